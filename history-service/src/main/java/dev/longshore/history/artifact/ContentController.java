package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import dev.longshore.artifact.NoSuchObjectException;
import dev.longshore.artifact.PublishedName;
import dev.longshore.artifact.StoredObject;
import dev.longshore.history.artifact.DownloadLedger.Outcome;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.web.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Content of artifacts, streamed from the store through one small buffer. A download that was cut off goes on with
 * Range and If-Range. Neither a deletion nor the end of the retention meanwhile cuts off a download that has begun.
 */
@RestController
@Tag(name = "artifacts")
class ContentController {
    private static final String MANIFEST = "manifest.json";

    private final ArtifactService artifacts;
    private final DownloadLedger downloads;
    private final ArtifactStore store;
    private final InstantSource clock;

    ContentController(ArtifactService artifacts, DownloadLedger downloads, ArtifactStore store, InstantSource clock) {
        this.artifacts = artifacts;
        this.downloads = downloads;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/api/v1/artifacts/{id}/content")
    @Operation(
            operationId = "downloadArtifact",
            summary = "The content of an artifact; Range and If-Range are honoured")
    @ApiResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(schema = @Schema(format = "binary")))
    @ApiResponse(responseCode = "206", description = "The range asked for", content = @Content)
    @ApiResponse(responseCode = "304", description = "The caller has it already", content = @Content)
    @ApiResponse(responseCode = "416", description = "It has no such range", content = @Content)
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            HttpMethod method,
            Principal user) {
        ArtifactRow artifact = artifacts.require(id);
        HttpHeaders headers = headersOf(artifact);
        headers.set(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(artifact.name()));
        if (RequestedRange.isKnown(ifNoneMatch, tagOf(artifact))) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        RequestedRange asked = RequestedRange.of(range, ifRange, tagOf(artifact), artifact.bytes());
        if (HttpMethod.HEAD.equals(method) || asked instanceof RequestedRange.Unsatisfiable) {
            return answer(artifact, headers, asked, method, content -> content);
        }
        return download(artifact, headers, asked, user);
    }

    private ResponseEntity<Resource> download(
            ArtifactRow artifact, HttpHeaders headers, RequestedRange asked, Principal user) {
        requireIntact(artifact);
        UUID id = artifact.artifactId();
        Outcome outcome = downloads.begin(List.of(id), asked.inWords(), user.getName());
        if (outcome instanceof Outcome.Begun begun) {
            return answer(artifact, headers, asked, HttpMethod.GET, content -> leased(begun.id(), content));
        }
        throw new NotFoundException("There is no artifact %s any more: it was deleted just now".formatted(id));
    }

    private InputStreamSource leased(UUID downloadId, InputStreamSource content) {
        return () -> {
            LeaseRenewal lease = new LeaseRenewal(downloads, downloadId, clock);
            try {
                return new LeasedStream(content.getInputStream(), lease, lease::end);
            } catch (IOException | RuntimeException e) {
                lease.end();
                throw e;
            }
        };
    }

    @GetMapping("/api/v1/runs/{id}/manifest")
    @Operation(operationId = "getManifest", summary = "The manifest of a completed run, as it is stored")
    @ApiResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
    ResponseEntity<Resource> manifest(@PathVariable UUID id, HttpMethod method) {
        ArtifactRow manifest = artifacts.require(Ids.nameBased(id.toString(), MANIFEST));
        return answer(manifest, headersOf(manifest), new RequestedRange.Whole(), method, content -> content);
    }

    private ResponseEntity<Resource> answer(
            ArtifactRow artifact,
            HttpHeaders headers,
            RequestedRange asked,
            HttpMethod method,
            UnaryOperator<InputStreamSource> guard) {
        long size = artifact.bytes();
        if (asked instanceof RequestedRange.Unsatisfiable) {
            headers.remove(HttpHeaders.CONTENT_DISPOSITION);
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            return new ResponseEntity<>(headers, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        requireIntact(artifact);
        HttpStatus status = HttpStatus.OK;
        ByteRange bytes = new ByteRange(0, size);
        if (asked instanceof RequestedRange.Part part) {
            status = HttpStatus.PARTIAL_CONTENT;
            bytes = new ByteRange(part.first(), part.length());
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
        }
        headers.setContentLength(bytes.length());
        if (HttpMethod.HEAD.equals(method)) {
            return new ResponseEntity<>(headers, status);
        }
        ByteRange read = bytes;
        PublishedName name = new PublishedName(artifact.folder(), artifact.name());
        InputStreamSource content = guard.apply(() -> store.readPublished(name, read));
        return new ResponseEntity<>(new InputStreamResource(content, name.toString()), headers, status);
    }

    /** Checked before the answer begins: half an answer could not be taken back. */
    private void requireIntact(ArtifactRow artifact) {
        PublishedName name = new PublishedName(artifact.folder(), artifact.name());
        long size = artifact.bytes();
        StoredObject stored;
        try {
            stored = store.published(name);
        } catch (NoSuchObjectException e) {
            throw new NotFoundException("The file of this artifact is gone from the store");
        }
        if (stored.bytes() != size) {
            throw new IllegalStateException(
                    "%s has %d bytes in the store and had %d when published".formatted(name, stored.bytes(), size));
        }
    }

    private static HttpHeaders headersOf(ArtifactRow artifact) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(artifact.mediaType()));
        headers.setETag(tagOf(artifact));
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setCacheControl("private, no-cache, no-transform");
        return headers;
    }

    private static String tagOf(ArtifactRow artifact) {
        return '"' + artifact.sha256() + '"';
    }
}
