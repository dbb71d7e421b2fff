package dev.longshore.history.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.audit.AuditDao.AuditRow;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_is_made_text(String value) {
        assertThat(AuditCsv.cell(value)).isEqualTo("\"'" + value + '"');
    }

    @Test
    void cells_are_quoted_and_what_is_not_there_is_empty() {
        assertThat(AuditCsv.cell("a \"b\", c\r\nd")).isEqualTo("\"a \"\"b\"\", c\r\nd\"");
        assertThat(AuditCsv.cell(null)).isEqualTo("\"\"");
        assertThat(AuditCsv.cell("")).isEqualTo("\"\"");
    }

    @Test
    void a_record_is_one_line_with_a_cell_for_each_column() {
        AuditRow row = new AuditRow(
                new UUID(0, 1),
                Instant.parse("2026-11-26T10:00:00Z"),
                "=cmd|' /C calc'!A0",
                "ADMIN",
                null,
                "JOB_CREATED",
                "JOB",
                "job-1",
                "Nightly, all",
                "CONTACT_HISTORY",
                "[]");
        assertThat(AuditCsv.line(row))
                .isEqualTo(
                        "\"00000000-0000-0000-0000-000000000001\",\"2026-11-26T10:00:00Z\",\"'=cmd|' /C calc'!A0\","
                                + "\"ADMIN\",\"\",\"JOB_CREATED\",\"JOB\",\"job-1\",\"Nightly, all\",\"CONTACT_HISTORY\",\"[]\"\r\n");
        assertThat(AuditCsv.header().split(",")).hasSize(11);
    }
}
