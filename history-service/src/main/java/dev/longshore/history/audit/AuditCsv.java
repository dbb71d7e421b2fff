package dev.longshore.history.audit;

import dev.longshore.history.audit.AuditDao.AuditRow;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as lines of CSV (RFC 4180). Every cell is quoted. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that a name which an attacker chose runs nothing on the administrator's machine.
 */
final class AuditCsv {
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "actor",
            "role",
            "address",
            "action",
            "subjectKind",
            "subjectId",
            "subjectName",
            "source",
            "changes");

    private AuditCsv() {}

    /** The first line, with its end. */
    static String header() {
        return line(COLUMNS);
    }

    /** A record's line, with its end; the changes are one cell of JSON. */
    static String line(AuditRow row) {
        return line(Arrays.asList(
                row.eventId().toString(),
                row.occurredAt().toString(),
                row.actor(),
                row.role(),
                row.address(),
                row.action(),
                row.subjectKind(),
                row.subjectId(),
                row.subjectName(),
                row.source(),
                row.changes()));
    }

    private static String line(List<@Nullable String> cells) {
        return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        String harmless = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
