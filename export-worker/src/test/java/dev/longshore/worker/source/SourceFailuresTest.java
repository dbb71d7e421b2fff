package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.source.SourceFailure.Kind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "57014, SOURCE_TIMEOUT",
        "08001, SOURCE_UNAVAILABLE",
        "08006, SOURCE_UNAVAILABLE",
        "57P01, SOURCE_UNAVAILABLE",
        "57P03, SOURCE_UNAVAILABLE",
        "53300, SOURCE_UNAVAILABLE",
        "40001, SOURCE_UNAVAILABLE",
        "28P01, SOURCE_REJECTED_REQUEST",
        "3D000, SOURCE_REJECTED_REQUEST",
        "42501, SOURCE_REJECTED_REQUEST",
        "42P01, SOURCE_REJECTED_REQUEST",
        "42703, SOURCE_REJECTED_REQUEST",
        "22P02, SOURCE_REJECTED_REQUEST",
        "0A000, SOURCE_REJECTED_REQUEST",
        "XX001, SOURCE_DAMAGED"
    })
    void the_state_alone_decides_the_kind_and_the_drivers_words_are_dropped(String state, Kind kind) {
        SourceFailure failure = SourceFailures.translate(new SQLException("a row says: secret", state));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageNotContaining("secret").hasNoCause();
    }

    @Test
    void a_failure_without_a_state_is_taken_for_a_broken_connection() {
        assertThat(SourceFailures.translate(new SQLException("pool timed out")).kind())
                .isEqualTo(Kind.SOURCE_UNAVAILABLE);
    }

    @Test
    void what_a_pool_wraps_counts() {
        SQLException refused = new SQLException("no", "28P01");
        assertThat(SourceFailures.translate(new SQLTransientConnectionException("timed out", null, 0, refused))
                        .kind())
                .isEqualTo(Kind.SOURCE_REJECTED_REQUEST);
    }

    @Test
    void properties_never_show_the_password_or_the_user() {
        SourceProperties properties = new SourceProperties(
                "jdbc:postgresql://db/x?password=hidden", "reader", "hidden", Duration.ofMinutes(1), Duration.ZERO, 1);
        assertThat(properties.toString()).doesNotContain("hidden", "reader", "jdbc");
    }
}
