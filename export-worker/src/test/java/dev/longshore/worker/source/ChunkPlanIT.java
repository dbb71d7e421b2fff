package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ExportType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Chunks of random windows over dates with many ties, nulls, infinities, and ids in every script: they tile the window. */
class ChunkPlanIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Instant DAY_1 = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-11-02T10:01:00.123457Z");
    private static final Instant FAR = Instant.parse("+12000-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("-0050-01-01T00:00:00Z");

    private final ContactHistoryDatabase database = new ContactHistoryDatabase(postgres);
    private final ContactSource source = database.source();

    @BeforeEach
    void create() {
        database.create();
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void chunks_hold_every_record_of_the_window_once_and_in_order() throws SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        database.fill(ContactHistoryDatabase.CONTACT, 600, random);
        database.fill(ContactHistoryDatabase.INTERACTION, 400, random);
        for (Selection selection : selections()) {
            List<String> expected = expected(selection);
            for (int keysPerChunk : new int[] {1 + random.nextInt(5), 7 + random.nextInt(90), 10_000}) {
                ChunkPlan plan = source.plan(selection, keysPerChunk, new StopSignal());
                List<String> read = new ArrayList<>();
                for (PlannedChunk chunk : plan.chunks()) {
                    int before = read.size();
                    KeyRange stored = KeyRange.decode(chunk.range().encode());
                    long rows = source.read(selection, stored, new KeysOnly(read), new StopSignal());
                    assertThat(rows).isEqualTo(read.size() - before);
                    if (selection.entityTypes().isEmpty()) {
                        assertThat(rows)
                                .as("seed %d", seed)
                                .isEqualTo(chunk.keys())
                                .isLessThanOrEqualTo(keysPerChunk);
                    }
                }
                assertThat(read)
                        .as("seed %d, %s, %d keys", seed, selection, keysPerChunk)
                        .isEqualTo(expected);
                assertThat(plan.estimatedRows()).as("estimate").isLessThanOrEqualTo(plan.keys());
            }
        }
    }

    @Test
    void an_index_on_the_date_alone_gives_the_same_order() throws SQLException {
        postgres.execute(
                "DROP INDEX contact_table_modified_date_contact_id_idx",
                "CREATE INDEX ON contact_table (modified_date)");
        database.fill(ContactHistoryDatabase.CONTACT, 300, new Random(5));
        Selection all = selection(ContactHistoryDatabase.CONTACT, "modifieddate", null, null);
        List<String> read = new ArrayList<>();
        for (PlannedChunk chunk : source.plan(all, 17, new StopSignal()).chunks()) {
            source.read(all, chunk.range(), new KeysOnly(read), new StopSignal());
        }
        assertThat(read).isEqualTo(expected(all));
    }

    @Test
    void a_window_without_records_has_no_chunk() throws SQLException {
        Selection all = selection(ContactHistoryDatabase.CONTACT, "modifieddate", null, null);
        ChunkPlan plan = source.plan(all, 10, new StopSignal());
        assertThat(plan).isEqualTo(new ChunkPlan(List.of(), 0, 0));
    }

    @Test
    void a_window_that_ends_where_it_begins_has_no_chunk() throws SQLException {
        postgres.execute("INSERT INTO contact_table (contact_id, tenant_id, modified_date)"
                + " VALUES ('c', 1, timestamptz '2026-11-01 10:00:00+00')");
        Selection empty = selection(ContactHistoryDatabase.CONTACT, "modifieddate", DAY_1, DAY_1);

        assertThat(source.plan(empty, 10, new StopSignal()).chunks()).isEmpty();
    }

    @Test
    void the_last_chunk_of_a_bounded_window_ends_with_the_window_and_of_an_open_one_with_the_last_record()
            throws SQLException {
        postgres.execute("INSERT INTO contact_table (contact_id, tenant_id, modified_date)"
                + " SELECT 'c' || n, 1, timestamptz '2026-11-01 10:00:00+00' FROM generate_series(1, 10) n");
        Selection bounded = selection(ContactHistoryDatabase.CONTACT, "modifieddate", DAY_1, DAY_2);
        Selection open = selection(ContactHistoryDatabase.CONTACT, "modifieddate", DAY_1, null);
        for (int keysPerChunk : new int[] {3, 5, 10, 11}) {
            assertThat(last(source.plan(bounded, keysPerChunk, new StopSignal()))
                            .range()
                            .through())
                    .isNull();
            assertThat(last(source.plan(open, keysPerChunk, new StopSignal()))
                            .range()
                            .through())
                    .isEqualTo(new KeyPosition("2026-11-01 10:00:00+00", "c9"));
        }
    }

    @Test
    void a_record_without_a_key_where_two_chunks_meet_is_refused_instead_of_lost() {
        Selection all = selection(ContactHistoryDatabase.CONTACT, "modifieddate", null, null);
        for (String date : List.of("timestamptz '2026-11-01 10:00:00+00'", "NULL")) {
            database.create();
            postgres.execute("INSERT INTO contact_table (contact_id, tenant_id, modified_date) SELECT 'c' || n, 1, "
                    + date + " FROM generate_series(1, 9) n");
            ChunkPlan plan = source.plan(all, 3, new StopSignal());
            postgres.execute("INSERT INTO contact_table (tenant_id, modified_date) VALUES (1, " + date + ")");
            assertThatThrownBy(() -> {
                        for (PlannedChunk chunk : plan.chunks()) {
                            source.read(all, chunk.range(), new KeysOnly(new ArrayList<>()), new StopSignal());
                        }
                    })
                    .as("date %s", date)
                    .isInstanceOf(SourceFailure.class)
                    .hasMessageContaining("must not hold nulls");
        }
    }

    @Test
    void the_estimate_of_bytes_is_near_what_is_read() throws SQLException {
        database.fill(ContactHistoryDatabase.CONTACT, 800, new Random(11));
        Selection all = selection(ContactHistoryDatabase.CONTACT, "modifieddate", null, null);
        ChunkPlan plan = source.plan(all, 100, new StopSignal());
        SampledSize everything = new SampledSize(all.type().columns());
        for (PlannedChunk chunk : plan.chunks()) {
            source.read(all, chunk.range(), everything, new StopSignal());
        }
        assertThat(plan.estimatedRows()).isEqualTo(800);
        assertThat((double) plan.estimatedBytes()).isBetween(0.7 * everything.of(800), 1.4 * everything.of(800));
    }

    private static PlannedChunk last(ChunkPlan plan) {
        return plan.chunks().get(plan.chunks().size() - 1);
    }

    private static List<Selection> selections() {
        ExportType contact = ContactHistoryDatabase.CONTACT;
        ExportType interaction = ContactHistoryDatabase.INTERACTION;
        return List.of(
                selection(contact, "modifieddate", null, null),
                selection(contact, "createddate", null, null),
                selection(contact, "modifieddate", DAY_1, DAY_2),
                selection(contact, "modifieddate", null, DAY_2),
                selection(contact, "modifieddate", DAY_1, null),
                selection(contact, "modifieddate", LONG_AGO, FAR),
                selection(interaction, "startDate", DAY_1, DAY_2),
                new Selection(
                        interaction,
                        interaction.dateColumn("endDate"),
                        List.of(interaction.entityType("CHAT"), interaction.entityType("WORK_ITEM")),
                        TimeWindow.ALL));
    }

    private static Selection selection(ExportType type, String date, @Nullable Instant from, @Nullable Instant to) {
        return new Selection(type, type.dateColumn(date), List.of(), new TimeWindow(from, to));
    }

    /** What one plain query says. */
    private List<String> expected(Selection selection) throws SQLException {
        String date = "t." + selection.dateColumn().column();
        Column key = selection.type().key();
        StringBuilder sql = new StringBuilder(
                "SELECT t." + key.column() + " FROM " + selection.type().view() + " t WHERE true");
        Instant from = selection.window().from();
        Instant to = selection.window().to();
        sql.append(from == null ? "" : " AND " + date + " >= " + literal(from));
        sql.append(to == null ? "" : " AND " + date + " < " + literal(to));
        sql.append(selection.entityTypes().isEmpty() ? "" : " AND t.entity_type_id IN (2, 7)");
        sql.append(" ORDER BY " + date + ", t." + key.column());
        List<String> keys = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.toString())) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static String literal(Instant instant) {
        if (instant.equals(LONG_AGO)) {
            return "timestamptz '0051-01-01 00:00:00+00 BC'";
        }
        return instant.equals(FAR) ? "timestamptz '12000-01-01 00:00:00+00'" : "timestamptz '" + instant + "'";
    }
}
