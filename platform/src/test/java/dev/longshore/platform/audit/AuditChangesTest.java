package dev.longshore.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuditChangesTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void fields_that_differ_are_named_by_their_paths_and_no_others() {
        assertThat(AuditChanges.between(json.readTree("""
                                {"title": "a", "same": 1, "gone": true, "none": null,
                                 "schedule": {"kind": "HOURLY", "everyHours": 1}, "types": ["CHAT"]}
                                """), json.readTree("""
                                {"title": "b", "same": 1, "schedule": {"kind": "HOURLY", "everyHours": 2},
                                 "types": ["CHAT", "EMAIL_IN"], "added": 7}
                                """)))
                .containsExactly(
                        new AuditChange("added", null, "7"),
                        new AuditChange("gone", "true", null),
                        new AuditChange("schedule.everyHours", "1", "2"),
                        new AuditChange("title", "a", "b"),
                        new AuditChange("types", "[\"CHAT\"]", "[\"CHAT\",\"EMAIL_IN\"]"));
    }

    @Test
    void nothing_is_said_of_what_stayed_the_same() {
        assertThat(AuditChanges.between(
                        json.readTree("{\"a\": null, \"b\": {}}"), json.readTree("{\"c\": {\"d\": null}}")))
                .isEmpty();
    }

    @Test
    void a_value_of_any_length_fits_into_a_record() {
        String longText = "x".repeat(1_000_000);
        assertThat(new AuditChange("description", null, longText).to())
                .hasSize(2_003)
                .endsWith("x...");
    }

    @Test
    void an_action_is_a_name_and_not_a_sentence() {
        assertThatThrownBy(() -> AuditEntry.of("Job changed", "JOB", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Job changed");
    }
}
