package dev.longshore.history.audit;

import dev.longshore.history.audit.AuditService.AuditFilter;
import dev.longshore.platform.security.MayAdminister;
import dev.longshore.platform.web.BrokenOffException;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for administrators. */
@RestController
@MayAdminister
@Tag(name = "audit")
class AuditController {
    private static final int MOST_LISTED = 500;

    private final AuditService audit;

    AuditController(AuditService audit) {
        this.audit = audit;
    }

    @GetMapping("/api/v1/audit")
    @Operation(operationId = "listAuditRecords", summary = "Who did what, newest first")
    AuditListView list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and " + MOST_LISTED);
        }
        AuditCursor begin = cursor == null ? null : AuditCursor.decode(cursor);
        return audit.list(new AuditFilter(actor, action, subjectKind, subject, source, from, to, q), begin, limit);
    }

    /** Written straight to the response: an answer of any length, in the memory of a page. */
    @GetMapping("/api/v1/audit.csv")
    @Operation(operationId = "exportAuditRecords", summary = "All records of a filter as CSV, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "A header line and a line for each record",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void csv(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        Writer lines = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        try {
            lines.write(AuditCsv.header());
            audit.forEach(
                    new AuditFilter(actor, action, subjectKind, subject, source, from, to, q),
                    row -> write(lines, AuditCsv.line(row)));
            lines.flush();
        } catch (IOException | RuntimeException e) {
            throw new BrokenOffException("The audit log could not be sent to its end", e);
        }
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
