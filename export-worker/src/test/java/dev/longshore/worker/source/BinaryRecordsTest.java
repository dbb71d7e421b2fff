package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ColumnType;
import dev.longshore.worker.source.SourceFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams as a source sends them, and all that can be left of one. */
class BinaryRecordsTest {
    private static final Selection CONTACTS = new Selection(
            ContactHistoryDatabase.CONTACT,
            ContactHistoryDatabase.CONTACT.defaultDateColumn(),
            List.of(),
            TimeWindow.ALL);
    private static final byte[] TRAILER = {-1, -1};

    private final List<String> keys = new ArrayList<>();
    private final BinaryRecords records = new BinaryRecords(CONTACTS, new KeysOnly(keys));

    @Test
    void a_whole_stream_counts_its_records() {
        records.accept(header());
        records.accept(record("a"));
        records.accept(record("b"));
        records.accept(TRAILER);
        assertThat(records.complete(2)).isEqualTo(2);
        assertThat(keys).containsExactly("a", "b");
    }

    @Test
    void a_stream_without_its_trailer_has_ended_early() {
        records.accept(header());
        records.accept(record("a"));
        assertEndedEarly(1);
    }

    @Test
    void a_stream_of_nothing_has_ended_early() {
        assertEndedEarly(0);
    }

    @Test
    void a_stream_that_lacks_rows_or_the_word_about_them_has_ended_early() {
        records.accept(header());
        records.accept(record("a"));
        records.accept(TRAILER);
        assertEndedEarly(2);
        assertEndedEarly(-1);
    }

    @Test
    void nothing_may_follow_the_trailer() {
        records.accept(header());
        records.accept(TRAILER);
        assertDamaged(record("a"));
        assertDamaged(TRAILER);
    }

    @Test
    void a_message_that_is_cut_anywhere_is_a_failure_of_the_source() {
        byte[] whole = join(header(), record("key"));
        for (int length = 0; length < whole.length; length++) {
            BinaryRecords cut = new BinaryRecords(CONTACTS, new KeysOnly(new ArrayList<>()));
            byte[] message = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> {
                        cut.accept(message);
                        cut.complete(1);
                    })
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(SourceFailure.class);
        }
    }

    @Test
    void a_length_that_leads_out_of_the_message_is_a_failure_of_the_source() {
        for (int wrong : new int[] {-2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            byte[] message = record("key");
            ByteBuffer.wrap(message).putInt(2, wrong);
            BinaryRecords misled = new BinaryRecords(CONTACTS, new KeysOnly(new ArrayList<>()));
            misled.accept(header());
            assertThatThrownBy(() -> misled.accept(message))
                    .as("length %d", wrong)
                    .isInstanceOf(SourceFailure.class);
        }
    }

    private void assertEndedEarly(long rowsSent) {
        assertThatThrownBy(() -> records.complete(rowsSent))
                .isInstanceOfSatisfying(
                        SourceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_UNAVAILABLE))
                .hasMessageContaining("ended early");
    }

    private void assertDamaged(byte[] message) {
        assertThatThrownBy(() -> records.accept(message))
                .isInstanceOfSatisfying(
                        SourceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SOURCE_DAMAGED));
    }

    private static byte[] header() {
        return ByteBuffer.allocate(19)
                .put("PGCOPY\n".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {-1, '\r', '\n', 0})
                .putInt(0)
                .putInt(0)
                .array();
    }

    private static byte[] record(String key) {
        List<Column> columns = CONTACTS.type().columns();
        ByteBuffer record = ByteBuffer.allocate(1_000).putShort((short) columns.size());
        for (Column column : columns) {
            if (column.equals(CONTACTS.type().key())) {
                byte[] text = key.getBytes(StandardCharsets.UTF_8);
                record.putInt(text.length).put(text);
            } else if (column.type() == ColumnType.TIMESTAMPTZ) {
                record.putInt(8).putLong(17);
            } else {
                record.putInt(-1);
            }
        }
        return Arrays.copyOf(record.array(), record.position());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
