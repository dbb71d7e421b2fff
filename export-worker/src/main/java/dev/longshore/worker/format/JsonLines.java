package dev.longshore.worker.format;

import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.source.Selection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON Lines: one JSON object a line, in UTF-8, every line ended by a line feed. (P79) */
public final class JsonLines implements RecordFormat {
    private static final byte[] NOTHING = new byte[0];

    /** A source may hold longer texts than the library's default allows; the block's size bounds them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    @Override
    public String name() {
        return "JSON_LINES";
    }

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public byte[] fileStart(ExportType type) {
        return NOTHING;
    }

    @Override
    public byte[] fileEnd(ExportType type) {
        return NOTHING;
    }

    @Override
    public Encoder encoder(ExportType type, BlockSink blocks) {
        return new JsonLinesEncoder(type.columns(), new BlockBuffer(blocks));
    }

    /** No line feed occurs within a record: strings have it escaped, and JSON values of the source come without. */
    @Override
    public int[] recordEnds(byte[] block, int length) {
        int[] ends = new int[64];
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = i + 1;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    @Override
    public int recordsEnding(byte[] block, int offset, int length) {
        int records = 0;
        for (int i = offset; i < offset + length; i++) {
            records += block[i] == '\n' ? 1 : 0;
        }
        return records;
    }

    @Override
    public List<@Nullable String> keyOf(Selection selection, byte[] block, int offset, int length) {
        String dateName = selection.dateColumn().name();
        String keyName = selection.type().key().name();
        @Nullable String[] values = new String[2];
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), block, offset, length)) {
            parser.nextToken();
            for (int missing = 2; missing > 0 && parser.nextToken() == JsonToken.PROPERTY_NAME; ) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                int place = name.equals(dateName) ? 0 : name.equals(keyName) ? 1 : -1;
                if (place >= 0) {
                    values[place] = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                    missing--;
                }
                parser.skipChildren();
            }
        }
        return Arrays.asList(values);
    }
}
