package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRangeTest {
    private static final String NOON = "2026-11-23 12:00:00.123456+00";

    @Test
    void a_range_is_read_back_as_it_was_stored() {
        for (KeyRange range : new KeyRange[] {
            new KeyRange(true, null, null),
            new KeyRange(true, new KeyPosition(NOON, "a"), null),
            new KeyRange(true, new KeyPosition("-infinity", "\"'\\\n\u0000é😀"), new KeyPosition("infinity", "")),
            new KeyRange(true, null, new KeyPosition("0044-03-15 00:00:00+00 BC", "x")),
            new KeyRange(false, new KeyPosition(null, "a,b"), new KeyPosition(null, "z")),
            new KeyRange(false, null, null)
        }) {
            assertThat(KeyRange.decode(range.encode())).isEqualTo(range);
        }
    }

    @Test
    void the_stored_form_is_compact_and_can_be_read_by_people() {
        KeyRange range = new KeyRange(true, new KeyPosition(NOON, "a"), null);
        assertThat(range.encode()).isEqualTo("[1,true,[\"2026-11-23 12:00:00.123456+00\",\"a\"],null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "[2,true,null,null]", "[1,true,null]", "[1,true,[1],null]", "nonsense"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRange.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now()", "2026-11-23T12:00:00Z", "2026-11-23 12:00:00+00'; DROP TABLE x; --", "today"})
    void a_date_that_the_source_would_not_write_is_refused(String date) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyPosition(date, "a"));
    }

    @Test
    void a_range_never_mixes_records_with_and_without_a_date() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRange(true, new KeyPosition(null, "a"), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRange(false, null, new KeyPosition(NOON, "a")));
    }
}
