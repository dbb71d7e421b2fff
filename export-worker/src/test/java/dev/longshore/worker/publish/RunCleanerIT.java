package dev.longshore.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.artifact.StagedWriter;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.event.RunSettingsCodec;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.testing.RunCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RunCleanerIT {
    private static final Duration AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static RunDao runs;

    @TempDir
    private Path folder;

    private ArtifactStore store;
    private RunCleaner cleaner;

    @BeforeAll
    static void connect() {
        runs = Jdbi.create(postgres.migrated("worker", "classpath:db/platform", "classpath:db/worker"))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new PostgresPlugin())
                .onDemand(RunDao.class);
    }

    @BeforeEach
    void nothingRanYet() {
        postgres.execute("DELETE FROM worker.run");
        store = new LocalDirectoryStore(folder);
        cleaner = new RunCleaner(runs, store, AGE);
    }

    @Test
    void private_files_of_a_run_go_once_no_lost_worker_can_still_write() throws IOException {
        UUID ended = aRun("ended");
        UUID justEnded = aRun("just ended");
        UUID atWork = aRun("at work");
        endedSince(ended, "3 minutes");
        endedSince(justEnded, "1 minute");

        cleaner.clean();

        assertThat(store.listStagedRuns()).containsExactlyInAnyOrder(justEnded.toString(), atWork.toString());
    }

    @Test
    void what_a_late_worker_writes_after_the_cleaning_is_found_too() throws IOException {
        UUID ended = aRun("ended");
        UUID atWork = aRun("at work");
        endedSince(ended, "3 minutes");
        cleaner.clean();
        stage(ended.toString());
        String foreign = Ids.nameBased("of another installation").toString();
        stage(foreign);

        cleaner.clean();
        assertThat(store.listStagedRuns()).as("the run counts as cleaned").contains(ended.toString());
        cleaner.cleanLate();

        assertThat(store.listStagedRuns()).containsExactlyInAnyOrder(atWork.toString(), foreign);
    }

    @Test
    void more_runs_than_one_batch_are_all_cleaned() throws IOException {
        for (int i = 0; i < 45; i++) {
            endedSince(aRun("run " + i), "%d minutes".formatted(3 + i));
        }

        assertThat(cleaner.clean()).isTrue();
        assertThat(cleaner.clean()).isTrue();
        assertThat(cleaner.clean()).isFalse();

        assertThat(store.listStagedRuns()).isEqualTo(List.of());
    }

    private UUID aRun(String name) throws IOException {
        RunCommands commands = RunCommands.aRun(name);
        runs.insert(
                commands.runId(),
                commands.jobId(),
                RunSettingsCodec.settingsOf(commands.start().getStartRun()));
        stage(commands.runId().toString());
        return commands.runId();
    }

    private void stage(String run) throws IOException {
        try (StagedWriter writer = store.writeStaged(new StagedName(run, "chunk-1-1"))) {
            writer.write(new byte[] {1, 2, 3}, 0, 3);
            writer.commit();
        }
    }

    private static void endedSince(UUID run, String ago) {
        postgres.execute(
                "UPDATE worker.run SET state = 'FAILED', finished_at = now() - interval '%s' WHERE run_id = '%s'"
                        .formatted(ago, run));
    }
}
