package dev.longshore.history.artifact;

import dev.longshore.history.artifact.ArtifactService.ArtifactFilter;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/artifacts")
@Tag(name = "artifacts")
class ArtifactController {
    private static final int MOST_LISTED = 500;

    private final ArtifactService artifacts;

    ArtifactController(ArtifactService artifacts) {
        this.artifacts = artifacts;
    }

    @GetMapping
    @Operation(
            operationId = "listArtifacts",
            summary = "Files and manifests of completed runs, newest first unless sorted otherwise",
            description =
                    "createdFrom and createdTo bound the time of publication, half-open; q is a part of the name. sort is"
                            + " one of createdAt, expiresAt, name, bytes, type, source, jobTitle; a leading - means descending.")
    ArtifactListView list(
            @RequestParam(required = false) @Nullable UUID runId,
            @RequestParam(required = false) @Nullable UUID jobId,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant createdFrom,
            @RequestParam(required = false) @Nullable Instant createdTo,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        List<FieldProblem> problems = new ArrayList<>();
        if (limit < 1 || limit > MOST_LISTED) {
            problems.add(new FieldProblem("limit", limit, "must be between 1 and " + MOST_LISTED));
        }
        if (createdFrom != null && createdTo != null && !createdFrom.isBefore(createdTo)) {
            problems.add(new FieldProblem("createdTo", createdTo, "must be after createdFrom"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        ArtifactOrder order = ArtifactOrder.parse(sort);
        ArtifactCursor begin = cursor == null ? null : ArtifactCursor.decode(cursor, order);
        return artifacts.list(
                new ArtifactFilter(runId, jobId, source, type, q, createdFrom, createdTo), order, begin, limit);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('EXPORTER', 'ADMIN')")
    @Operation(operationId = "deleteArtifact", summary = "Deletes an artifact; the run's history stays")
    void delete(@PathVariable UUID id, Principal user) {
        if (artifacts.delete(List.of(id), user.getName()).deleted().isEmpty()) {
            throw new NotFoundException("There is no artifact " + id);
        }
    }

    @PostMapping("/delete")
    @PreAuthorize("hasAnyRole('EXPORTER', 'ADMIN')")
    @Operation(operationId = "deleteArtifacts", summary = "Deletes up to 100 artifacts")
    DeletionView deleteAll(@RequestBody DeletionRequest request, Principal user) {
        return artifacts.delete(Selection.of(request.ids()), user.getName());
    }
}
