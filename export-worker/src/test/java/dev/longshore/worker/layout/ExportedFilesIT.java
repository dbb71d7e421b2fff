package dev.longshore.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.SampleSize;
import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.JsonLines;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentWriter;
import dev.longshore.worker.source.ChunkPlan;
import dev.longshore.worker.source.ContactHistoryDatabase;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.PlannedChunk;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.source.TimeWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a real database to files and back: what an independent JSON reader finds in the files is what plain JDBC reads. */
class ExportedFilesIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @TempDir
    Path directory;

    private final ContactHistoryDatabase database = new ContactHistoryDatabase(postgres);

    @BeforeEach
    void create() {
        database.create();
    }

    @Test // P79, P80
    void files_hold_what_plain_jdbc_reads_in_the_same_order() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        database.fill(ContactHistoryDatabase.INTERACTION, 300, random);
        database.fill(ContactHistoryDatabase.CONTACT, 300, random);
        for (ExportType type : List.of(ContactHistoryDatabase.INTERACTION, ContactHistoryDatabase.CONTACT)) {
            Selection all = new Selection(type, type.defaultDateColumn(), List.of(), TimeWindow.ALL);
            byte[] content = concatenated(export(all, 70, OptionalLong.empty()));
            compareWithSource(all, lines(content), "seed " + seed);
        }
    }

    @Test
    void texts_of_megabytes_survive() throws Exception {
        String megabytes = ("\u0001\"\\\n😀é" + "x".repeat(20)).repeat(180_000);
        assertThat(megabytes.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(5_000_000);
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO contact_table (contact_id, tenant_id, modified_date, title, all_attributes)"
                                + " VALUES (?, 1, now(), ?, to_jsonb(?::text))")) {
            for (String id : List.of("a", "b", "c")) {
                insert.setString(1, id);
                insert.setString(2, id.equals("b") ? megabytes : "small");
                insert.setString(3, id.equals("b") ? megabytes : "small");
                insert.executeUpdate();
            }
        }
        Selection all = contacts();
        List<byte[]> files = export(all, 2, OptionalLong.of(1 << 20));
        assertThat(files).as("a record over the limit has a file of its own").hasSize(3);
        compareWithSource(all, lines(concatenated(files)), "5 MB");
    }

    @Test
    void the_bytes_depend_neither_on_the_chunks_nor_on_the_split() throws Exception {
        int records = SampleSize.of(600, 2_000);
        database.fill(ContactHistoryDatabase.CONTACT, records, new Random(9));
        byte[] expected = concatenated(export(contacts(), 10_000, OptionalLong.empty()));
        for (int keysPerChunk : new int[] {37, records / 4, records - 1}) {
            for (long split : new long[] {2_000, 100_000, 1 << 20}) {
                List<byte[]> files = export(contacts(), keysPerChunk, OptionalLong.of(split));
                assertThat(concatenated(files)).isEqualTo(expected);
            }
        }
    }

    private static Selection contacts() {
        ExportType type = ContactHistoryDatabase.CONTACT;
        return new Selection(type, type.defaultDateColumn(), List.of(), TimeWindow.ALL);
    }

    /** The whole way of a run, with the steps that its tasks take. */
    private List<byte[]> export(Selection selection, int keysPerChunk, OptionalLong split) throws IOException {
        ArtifactStore store = new LocalDirectoryStore(directory);
        JsonLines format = new JsonLines();
        List<Segment> segments = new ArrayList<>();
        try (ContactSource source = database.source()) {
            ChunkPlan plan = source.plan(selection, keysPerChunk, new StopSignal());
            for (PlannedChunk chunk : plan.chunks()) {
                StagedName name = new StagedName("run", segments.size() + "-1");
                try (SegmentWriter writer = SegmentWriter.open(
                        store, name, format, selection.type(), BlockCodec.NONE, ProgressListener.NONE)) {
                    long rows = source.read(selection, chunk.range(), writer.records(), new StopSignal());
                    segments.add(writer.finish(rows));
                }
            }
        }
        List<byte[]> files = new ArrayList<>();
        for (FileInterval file :
                new FileLayout(store, format, BlockCodec.NONE).files(selection.type(), segments, split)) {
            StagedName name = new StagedName("run", "file-" + file.number());
            new FileAssembler(store, format, BlockCodec.NONE)
                    .assemble(selection, file, segments::get, name, new StopSignal(), ProgressListener.NONE);
            try (InputStream in = store.readStaged(name, ByteRange.ALL)) {
                files.add(in.readAllBytes());
            }
        }
        store.deleteStaging("run");
        return files;
    }

    private void compareWithSource(Selection selection, List<JsonNode> records, String as) throws SQLException {
        ExportType type = selection.type();
        String order = " ORDER BY t." + selection.dateColumn().column() + ", t."
                + type.key().column();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + type.view() + " t" + order)) {
            for (JsonNode record : records) {
                assertThat(rows.next()).as(as).isTrue();
                assertThat(record.propertyNames())
                        .containsExactlyElementsOf(
                                type.columns().stream().map(Column::name).toList());
                for (Column column : type.columns()) {
                    JsonNode value = record.required(column.name());
                    assertSame(rows, column, value, as + ", column " + column.name());
                }
            }
            assertThat(rows.next()).as(as).isFalse();
        }
    }

    private static void assertSame(ResultSet row, Column column, JsonNode value, String as) throws SQLException {
        String source = row.getString(column.column());
        if (source == null) {
            assertThat(value.isNull()).as(as).isTrue();
            return;
        }
        switch (column.type()) {
            case TIMESTAMPTZ -> assertThat(value.asString()).as(as).isEqualTo(iso(row, column, source));
            case JSONB -> assertThat(value).as(as).isEqualTo(JsonMapper.shared().readTree(source));
            case TEXT_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                value.forEach(item -> items.add(item.isNull() ? null : item.asString()));
                assertThat(items.toArray())
                        .as(as)
                        .isEqualTo(row.getArray(column.column()).getArray());
            }
            case TEXT -> {
                assertThat(value.isString()).as(as).isTrue();
                assertThat(value.asString()).as(as).isEqualTo(source);
            }
            default -> {
                assertThat(value.isIntegralNumber()).as(as).isTrue();
                assertThat(value.longValue()).as(as).isEqualTo(row.getLong(column.column()));
            }
        }
    }

    private static String iso(ResultSet row, Column column, String source) throws SQLException {
        if (source.endsWith("infinity")) {
            return source;
        }
        Instant instant =
                row.getObject(column.column(), OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS);
        String text = instant.toString();
        // The Java library leaves out milliseconds that are zero.
        return text.length() - text.lastIndexOf(':') > 4 ? text : text.replace("Z", ".000Z");
    }

    private static List<JsonNode> lines(byte[] content) {
        List<JsonNode> records = new ArrayList<>();
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
            records.add(JsonMapper.shared().readTree(line));
        }
        return records;
    }

    private static byte[] concatenated(List<byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
