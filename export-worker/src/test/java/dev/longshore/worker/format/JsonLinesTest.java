package dev.longshore.worker.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.source.RecordKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private final JsonLines format = new JsonLines();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final List<Block> blocks = new ArrayList<>();
    private final RecordFormat.Encoder encoder = format.encoder(ContactRecords.TYPE, this::take);

    @Test
    void a_record_is_one_line_with_all_columns_under_their_published_names() {
        ContactRecords.feed(encoder, "c-1", 0, utf8("Dr."));
        encoder.finish();
        assertThat(text()).isEqualTo("""
                {"ContactId":"c-1","tenantid":1,"createddate":null,"modifieddate":"2000-01-01T00:00:00.000Z","Title":"Dr.",\
                "FirstName":null,"LastName":null,"EmailAddress":null,"PhoneNumber":null,"CustomerId":null,"allAttributes":null}
                """);
    }

    @Test
    void only_what_json_demands_is_escaped() {
        ContactRecords.feed(encoder, "c", 0, utf8("\"\\/\b\t\n\f\r\u0001\u001f\u007f\u2028\u2029é漢😀"));
        encoder.finish();
        assertThat(text()).contains("\"Title\":\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\u2028\u2029é漢😀\"");
    }

    /** Values are looked at eight bytes at a time: neighbours that are escaped, and ends of values, lie anywhere in them. */
    @Test
    void what_is_escaped_may_stand_anywhere() {
        for (int length = 1; length <= 18; length++) {
            for (int at = 0; at < length; at++) {
                for (char character = 1; character < 0x100; character++) {
                    for (String next : List.of("", "\"", "\u001f", " ", "\u0080")) {
                        String value = "a".repeat(at) + character + next + "\u007f".repeat(length - at - 1);
                        ContactRecords.feed(encoder, "c", 0, utf8(value));
                        encoder.finish();
                        assertThat(text()).contains("\"Title\":\"" + escaped(value) + "\",");
                        output.reset();
                    }
                }
            }
        }
    }

    @Test
    void every_character_of_every_plane_comes_back_from_a_json_library() {
        StringBuilder all = new StringBuilder();
        for (int character = 1; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                all.appendCodePoint(character);
            }
        }
        ContactRecords.feed(encoder, "c", 0, utf8(all.toString()));
        encoder.finish();
        assertThat(parse(text()).path("Title").asString()).isEqualTo(all.toString());
    }

    @Test
    void numbers_words_and_json_are_written_as_they_are() {
        int tenant = 1;
        for (long number :
                new long[] {0, -1, 9, 10, 99, 100, -32768, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE}) {
            encoder.integer(tenant, number);
        }
        encoder.bool(tenant, true);
        encoder.bool(tenant, false);
        for (String number : List.of("97", "-0.5", "1e+20", "NaN", "Infinity", "-Infinity")) {
            encoder.decimal(tenant, utf8(number), 0, number.length());
        }
        encoder.json(tenant, utf8("x{\"a\": [1]}"), 1, 10);
        encoder.endRecord(RecordKey.undated("c"));
        encoder.finish();
        assertThat(text().replace(",\"tenantid\":", " "))
                .isEqualTo(" 0 -1 9 10 99 100 -32768 -2147483648 9223372036854775807 -9223372036854775808 true false"
                        + " 97 -0.5 1e+20 \"NaN\" \"Infinity\" \"-Infinity\" {\"a\": [1]}}\n");
    }

    @Test
    void blocks_hold_whole_records_and_know_their_first_and_last_key() {
        for (int i = 0; i < 30; i++) {
            ContactRecords.feed(encoder, "c-" + i, i, filled(100_000));
        }
        encoder.finish();
        assertThat(blocks).hasSizeBetween(3, 4);
        assertThat(blocks.stream().mapToInt(Block::records).sum()).isEqualTo(30);
        int next = 0;
        for (Block block : blocks) {
            assertThat(block.first).isEqualTo("c-" + next);
            next += block.records;
            assertThat(block.last).isEqualTo("c-" + (next - 1));
            int[] ends = format.recordEnds(block.bytes, block.bytes.length);
            assertThat(ends).hasSize(block.records).endsWith(block.bytes.length);
        }
    }

    @Test
    void a_record_larger_than_a_block_is_handed_on_in_parts_and_its_neighbours_are_not_touched() {
        byte[] controls = new byte[2_000_000];
        ContactRecords.feed(encoder, "small-1", 1, filled(10));
        ContactRecords.feed(encoder, "big", 2, controls);
        ContactRecords.feed(encoder, "small-2", 3, filled(10));
        encoder.finish();

        assertThat(blocks).extracting(Block::records).startsWith(1, 0).endsWith(0, 1, 1);
        assertThat(blocks).allSatisfy(block -> assertThat(block.bytes.length).isLessThanOrEqualTo(2 << 20));
        assertThat(blocks.get(0).first).isEqualTo("small-1");
        Block lastPart = blocks.get(blocks.size() - 2);
        assertThat(List.of(lastPart.first, lastPart.last)).containsExactly("big", "big");
        String[] lines = text().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(parse(lines[1]).path("Title").asString()).isEqualTo("\0".repeat(controls.length));
    }

    @Test
    void the_same_records_make_the_same_blocks() {
        long seed = new Random().nextLong();
        List<List<Integer>> lengths = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            blocks.clear();
            Random random = new Random(seed);
            RecordFormat.Encoder again = format.encoder(ContactRecords.TYPE, this::take);
            for (int i = 0; i < 200; i++) {
                ContactRecords.feed(
                        again, "c" + i, i, filled(random.nextInt(random.nextInt(50) == 0 ? 4_000_000 : 9_000)));
            }
            again.finish();
            lengths.add(blocks.stream().map(block -> block.bytes.length).toList());
        }
        assertThat(lengths.get(0)).as("seed %d", seed).isEqualTo(lengths.get(1));
    }

    @Test
    void the_key_of_a_record_is_found_in_its_bytes() {
        ContactRecords.feed(encoder, "\"quoted\"\n", 86_400_000_000L, filled(10));
        encoder.finish();
        byte[] record = blocks.get(0).bytes;
        assertThat(format.keyOf(ContactRecords.SELECTION, record, 0, record.length))
                .containsExactly("2000-01-02T00:00:00.000Z", "\"quoted\"\n");
    }

    @Test
    void the_key_of_a_record_without_a_date_has_none() {
        byte[] record = utf8("{\"ContactId\":\"c\",\"x\":{\"modifieddate\":1},\"modifieddate\":null}\n");
        assertThat(format.keyOf(ContactRecords.SELECTION, record, 0, record.length))
                .isEqualTo(Arrays.asList(null, "c"));
    }

    private void take(byte[] bytes, int length, int records, RecordKey first, RecordKey last) {
        output.write(bytes, 0, length);
        blocks.add(new Block(Arrays.copyOf(bytes, length), records, first.key(), last.key()));
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /** As RFC 8259 has it, character by character. */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            int letter = "\b\t\n\f\r\"\\".indexOf(character);
            if (letter >= 0) {
                text.append('\\').append("btnfr\"\\".charAt(letter));
            } else if (character < ' ') {
                text.append("\\u%04x".formatted((int) character));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private static JsonNode parse(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] filled(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');
        return text;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by its parts only
    private record Block(byte[] bytes, int records, String first, String last) {}
}
