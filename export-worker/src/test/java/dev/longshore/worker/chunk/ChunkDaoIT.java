package dev.longshore.worker.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.time.Ids;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.event.RunSettingsCodec;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.source.KeyRange;
import dev.longshore.worker.testing.RunCommands;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChunkDaoIT {
    private static final KeyRange FIRST = KeyRange.decode("""
            [1, true, null, ["2026-11-01 00:00:00.000001+00", "ixn \\"1\\" \\\\ ü, €"]]""");
    private static final KeyRange SECOND = new KeyRange(true, FIRST.through(), null);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static ChunkDao chunks;
    private static UUID run = Ids.nameBased("none");

    @BeforeAll
    static void aRunOfTwoChunks() {
        Jdbi jdbi = Jdbi.create(postgres.migrated("worker", "classpath:db/platform", "classpath:db/worker"))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new PostgresPlugin());
        RunCommands commands = RunCommands.aRun("chunks");
        run = commands.runId();
        jdbi.onDemand(RunDao.class)
                .insert(
                        run,
                        commands.jobId(),
                        RunSettingsCodec.settingsOf(commands.start().getStartRun()));
        chunks = jdbi.onDemand(ChunkDao.class);
        chunks.insertAll(run, List.of(1, 2), List.of(FIRST.encode(), SECOND.encode()), List.of(20_000L, 7L));
    }

    @Test
    void ranges_survive_the_database_whatever_their_keys_hold() {
        assertThat(chunks.findBetween(run, 1, 2))
                .extracting(chunk -> KeyRange.decode(chunk.keyRange()))
                .containsExactly(FIRST, SECOND);
        assertThat(chunks.find(run, 1).orElseThrow().keys()).isEqualTo(20_000);
        assertThat(chunks.find(run, 3)).isEmpty();
    }

    @Test
    void the_first_result_of_a_chunk_counts_and_stays() {
        assertThat(chunks.markExported(run, 2, 4, "chunk-2-4", 5, 500, 520, 0xFFFF_FFFFL, List.of("stream-1-1 7 500")))
                .isTrue();
        assertThat(chunks.markExported(run, 2, 5, "chunk-2-5", 6, 600, 620, 1, List.of()))
                .isFalse();

        ChunkRow chunk = chunks.find(run, 2).orElseThrow();
        assertThat(chunk.object()).isEqualTo("chunk-2-4");
        assertThat(chunk.epoch()).isEqualTo(4);
        assertThat(chunk.checksum()).isEqualTo(0xFFFF_FFFFL);
        assertThat(chunk.extents()).containsExactly("stream-1-1 7 500");
        assertThat(chunks.sumRows(run)).isEqualTo(5);
        assertThat(chunks.sumPlainBytes(run)).isEqualTo(500);
    }
}
