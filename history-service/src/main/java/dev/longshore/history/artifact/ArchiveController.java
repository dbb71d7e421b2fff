package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import dev.longshore.artifact.NoSuchObjectException;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.artifact.DownloadLedger.Outcome;
import dev.longshore.platform.web.BrokenOffException;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Many artifacts as one zip, written as the caller reads it. All are looked at before the first byte; if one fails
 * after that, the connection breaks off, so that no archive looks whole and is not.
 */
@RestController
@RequestMapping("/api/v1/artifacts/archive")
@Tag(name = "artifacts")
class ArchiveController {
    private static final Logger log = LoggerFactory.getLogger(ArchiveController.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ArtifactService artifacts;
    private final DownloadLedger downloads;
    private final ArtifactStore store;
    private final InstantSource clock;

    ArchiveController(ArtifactService artifacts, DownloadLedger downloads, ArtifactStore store, InstantSource clock) {
        this.artifacts = artifacts;
        this.downloads = downloads;
        this.store = store;
        this.clock = clock;
    }

    @PostMapping
    @Operation(operationId = "archiveArtifacts", summary = "Up to 100 artifacts as one zip, streamed")
    @ApiResponse(
            responseCode = "200",
            description = "A zip with a folder for each run",
            content = @Content(mediaType = "application/zip", schema = @Schema(format = "binary")))
    void archive(@RequestBody DeletionRequest request, Principal user, HttpServletResponse response) {
        send(Selection.of(request.ids()), user, response);
    }

    /** For browsers, which save what a link leads to and nothing else without holding it in memory. */
    @GetMapping
    @Operation(
            operationId = "downloadArchive",
            summary = "The same for a link: up to 100 artifacts as one zip, streamed")
    @ApiResponse(
            responseCode = "200",
            description = "A zip with a folder for each run",
            content = @Content(mediaType = "application/zip", schema = @Schema(format = "binary")))
    void archive(
            @RequestParam(required = false) @Nullable List<UUID> ids, Principal user, HttpServletResponse response) {
        send(Selection.of(ids), user, response);
    }

    private void send(List<UUID> ids, Principal user, HttpServletResponse response) {
        requireIntact(ids);
        Outcome outcome = downloads.begin(ids, "archive of " + ids.size(), user.getName());
        if (outcome instanceof Outcome.Missing missing) {
            throw refused(ids, Set.copyOf(missing.artifactIds()));
        }
        Outcome.Begun begun = (Outcome.Begun) outcome;
        try {
            response.setContentType("application/zip");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    Disposition.attachment("artifacts-" + STAMP.format(clock.instant()) + ".zip"));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store, no-transform");
            write(begun, response);
        } finally {
            downloads.end(begun.id());
        }
    }

    private void write(Outcome.Begun begun, HttpServletResponse response) {
        try {
            ZipArchive zip = new ZipArchive(response.getOutputStream());
            LeaseRenewal lease = new LeaseRenewal(downloads, begun.id(), clock);
            for (ArtifactRow artifact : begun.artifacts()) {
                try (InputStream content = new LeasedStream(read(artifact), lease, () -> {})) {
                    zip.add(path(artifact), artifact.publishedAt(), artifact.bytes(), content);
                }
            }
            zip.finish();
        } catch (IOException | RuntimeException e) {
            if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
                log.debug("The caller gave up an archive: download={}", begun.id());
                return;
            }
            throw new BrokenOffException("An archive could not be sent to its end: download=" + begun.id(), e);
        }
    }

    private static String path(ArtifactRow artifact) {
        return artifact.folder() + "/" + artifact.name();
    }

    private InputStream read(ArtifactRow artifact) {
        return store.readPublished(
                new PublishedName(artifact.folder(), artifact.name()), new ByteRange(0, artifact.bytes()));
    }

    /** What is deleted, lost by the store or held in another size is found before the answer begins. */
    private void requireIntact(List<UUID> ids) {
        Set<UUID> intact = artifacts.find(ids).stream()
                .filter(this::isIntact)
                .map(ArtifactRow::artifactId)
                .collect(Collectors.toSet());
        Set<UUID> others = ids.stream().filter(id -> !intact.contains(id)).collect(Collectors.toSet());
        if (!others.isEmpty()) {
            throw refused(ids, others);
        }
    }

    private boolean isIntact(ArtifactRow artifact) {
        try {
            return store.published(new PublishedName(artifact.folder(), artifact.name()))
                            .bytes()
                    == artifact.bytes();
        } catch (NoSuchObjectException e) {
            return false;
        }
    }

    private static InvalidRequestException refused(List<UUID> ids, Set<UUID> refused) {
        return new InvalidRequestException(IntStream.range(0, ids.size())
                .filter(i -> refused.contains(ids.get(i)))
                .mapToObj(i -> new FieldProblem(
                        "ids[%d]".formatted(i),
                        ids.get(i),
                        "names no artifact that can be downloaded (%s): never made, deleted, damaged, or its retention is"
                                        .formatted(ids.get(i))
                                + " over; take it out of the selection"))
                .toList());
    }
}
