package dev.longshore.history.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.artifact.RequestedRange.Part;
import dev.longshore.history.artifact.RequestedRange.Unsatisfiable;
import dev.longshore.history.artifact.RequestedRange.Whole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestedRangeTest {
    private static final String TAG = "\"abc\"";
    private static final long SIZE = 1_000;

    @Test
    void without_the_header_all_of_it_is_asked_for() {
        assertThat(range(null)).isEqualTo(new Whole());
    }

    @Test
    void both_ends_count_and_the_last_byte_is_bounded_by_the_size() {
        assertThat(range("bytes=0-0")).isEqualTo(new Part(0, 0));
        assertThat(range("bytes=10-19")).isEqualTo(new Part(10, 19));
        assertThat(new Part(10, 19).length()).isEqualTo(10);
        assertThat(range("bytes=990-5000")).isEqualTo(new Part(990, 999));
        assertThat(range("bytes=500-")).isEqualTo(new Part(500, 999));
    }

    @Test
    void a_suffix_counts_from_the_end() {
        assertThat(range("bytes=-1")).isEqualTo(new Part(999, 999));
        assertThat(range("bytes=-5000")).isEqualTo(new Part(0, 999));
        assertThat(range("bytes=-0")).isEqualTo(new Unsatisfiable());
    }

    @Test
    void bytes_beyond_the_end_cannot_be_had() {
        assertThat(range("bytes=1000-")).isEqualTo(new Unsatisfiable());
        assertThat(range("bytes=1000-2000")).isEqualTo(new Unsatisfiable());
        assertThat(RequestedRange.of("bytes=0-", null, TAG, 0)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void what_is_no_single_range_of_bytes_is_answered_with_all_of_it() {
        assertThat(range("bytes=0-1,5-6")).isEqualTo(new Whole());
        assertThat(range("bytes=9-3")).isEqualTo(new Whole());
        assertThat(range("bytes=-")).isEqualTo(new Whole());
        assertThat(range("rows=0-1")).isEqualTo(new Whole());
        assertThat(range("bytes=0-99999999999999999999")).isEqualTo(new Whole());
    }

    @Test
    void if_range_admits_the_range_only_for_the_same_content() {
        assertThat(RequestedRange.of("bytes=5-9", TAG, TAG, SIZE)).isEqualTo(new Part(5, 9));
        assertThat(RequestedRange.of("bytes=5-9", "\"other\"", TAG, SIZE)).isEqualTo(new Whole());
        assertThat(RequestedRange.of("bytes=5-9", "W/\"abc\"", TAG, SIZE)).isEqualTo(new Whole());
        assertThat(RequestedRange.of("bytes=5-9", "Mon, 23 Nov 2026 10:00:00 GMT", TAG, SIZE))
                .isEqualTo(new Whole());
    }

    private static RequestedRange range(@Nullable String header) {
        return RequestedRange.of(header, null, TAG, SIZE);
    }
}
