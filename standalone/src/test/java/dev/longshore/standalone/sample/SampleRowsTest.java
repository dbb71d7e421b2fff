package dev.longshore.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleRowsTest {

    private static final Instant END = Instant.parse("2026-11-23T18:30:00Z");
    private static final Size SIZE = new Size(20_000, 2_500);
    private static final long SEED = 7;

    private static final int ID = 0;
    private static final int START_DATE = 10;
    private static final int MODIFIED_DATE = 11;
    private static final int SUBJECT = 16;
    private static final int TEXT = 17;
    private static final int STRUCTURED_TEXT = 18;
    private static final int ALL_ATTRIBUTES = 27;

    private static List<CopyRows.Row> contacts = List.of();
    private static List<CopyRows.Row> interactions = List.of();
    private static List<CopyRows.Row> attachments = List.of();

    @BeforeAll
    static void generate() throws Exception {
        var rows = SampleContactHistory.rows(SIZE, SEED, END);
        contacts = CopyRows.read(CopyRows.stream(rows.get(0)));
        interactions = CopyRows.read(CopyRows.stream(rows.get(1)));
        attachments = CopyRows.read(CopyRows.stream(rows.get(2)));
    }

    @Test
    void the_same_seed_makes_the_same_bytes() throws Exception {
        for (int table = 0; table < 3; table++) {
            var first =
                    CopyRows.stream(SampleContactHistory.rows(SIZE, SEED, END).get(table));
            var second =
                    CopyRows.stream(SampleContactHistory.rows(SIZE, SEED, END).get(table));
            assertThat(first).isEqualTo(second);
        }
    }

    @Test
    void another_seed_makes_other_bytes() throws Exception {
        var first = CopyRows.stream(SampleContactHistory.rows(SIZE, SEED, END).get(1));
        var second =
                CopyRows.stream(SampleContactHistory.rows(SIZE, SEED + 1, END).get(1));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_row_depends_on_its_index_and_not_on_the_rows_before_it() {
        var rows = SampleContactHistory.rows(SIZE, SEED, END).get(1);
        var alone = new CopyBuffer(16);
        var afterOthers = new CopyBuffer(16);
        rows.write(17, alone);
        rows.write(16, afterOthers);
        int from = afterOthers.length();
        rows.write(17, afterOthers);
        assertThat(afterOthers.copy()).endsWith(alone.copy());
        assertThat(afterOthers.length() - from).isEqualTo(alone.length());
    }

    @Test
    void every_table_has_the_wanted_number_of_rows_with_unique_ids() {
        assertThat(ids(contacts)).hasSize(2_500);
        assertThat(ids(interactions)).hasSize(20_000);
        assertThat(ids(attachments)).hasSize(200);
        assertThat(ids(interactions)).allMatch(id -> id.matches("[0-9A-Z]{16}"));
    }

    @Test
    void text_sizes_are_skewed() {
        var sizes = interactions.stream()
                .filter(row -> !row.isNull(TEXT))
                .mapToLong(row -> row.bytes(TEXT).length)
                .sorted()
                .toArray();
        assertThat(percentile(sizes, 50)).isBetween(500L, 660L);
        assertThat(percentile(sizes, 99)).isBetween(6_500L, 10_000L);
        assertThat(sizes[sizes.length - 1]).isGreaterThan(20_000L);
    }

    @Test
    void one_text_in_many_is_of_100_kb() {
        var random = new SampleRandom(SEED, 9, 0);
        var rare = LongStream.range(0, 200_000)
                .map(i -> TextSizes.next(random))
                .filter(size -> size >= 100 * 1024)
                .count();
        assertThat(rare).isBetween(2L, 30L);
    }

    @Test
    void texts_contain_what_breaks_careless_formats() {
        var texts = new StringBuilder();
        for (var row : interactions) {
            for (int column : List.of(SUBJECT, TEXT, STRUCTURED_TEXT)) {
                if (!row.isNull(column)) {
                    texts.append(row.text(column)).append('\u0000');
                }
            }
        }
        assertThat(texts)
                .contains("\"", "'", "\\", "\n", "\r\n", "\t", ",", ";", "<", "&", "\u2028")
                .contains("ß", "é", "ł", "З", "λ", "ש", "م", "ह", "ส", "の", "您", "안")
                .contains("\uD83D\uDE00", "\u200D", "\uD842\uDFB7");
    }

    @Test
    void nullable_columns_have_nulls_and_values() {
        for (int column : List.of(MODIFIED_DATE, SUBJECT, TEXT, STRUCTURED_TEXT, ALL_ATTRIBUTES)) {
            assertThat(interactions).as("column %d", column).anyMatch(row -> row.isNull(column));
            assertThat(interactions).as("column %d", column).anyMatch(row -> !row.isNull(column));
        }
    }

    @Test
    void all_begin_within_the_days_before_the_end_and_change_by_the_end() {
        long end = END.getEpochSecond() * 1_000_000;
        long from = end - Duration.ofDays(SampleContactHistory.DAYS).toSeconds() * 1_000_000;
        assertThat(interactions)
                .allMatch(row -> row.epochMicros(START_DATE) >= from && row.epochMicros(START_DATE) < end);
        assertThat(interactions)
                .filteredOn(row -> !row.isNull(MODIFIED_DATE))
                .allMatch(row -> row.epochMicros(MODIFIED_DATE) >= row.epochMicros(START_DATE))
                .allMatch(row -> row.epochMicros(MODIFIED_DATE) <= end);
    }

    @Test
    void about_two_in_a_hundred_are_stored_out_of_order() {
        int late = 0;
        long latest = Long.MIN_VALUE;
        for (var row : interactions) {
            long start = row.epochMicros(START_DATE);
            late += start < latest ? 1 : 0;
            latest = Math.max(latest, start);
        }
        assertThat(late / (double) interactions.size()).isBetween(0.01, 0.03);
    }

    @Test
    void attachments_belong_to_interactions() {
        var known = ids(interactions);
        assertThat(attachments).allMatch(row -> known.contains(row.text(1)));
    }

    private static Set<String> ids(List<CopyRows.Row> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.text(ID)));
        return ids;
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted[sorted.length * percent / 100];
    }
}
