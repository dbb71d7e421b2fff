package dev.longshore.history.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.ScriptedFaults;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of deleted artifacts. Nobody wakes the service's own loop: the removers of the test are the only ones. */
class RemovalIT {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final List<String> FILES = List.of("a-0001-of-0002.jsonl", "a-0002-of-0002.jsonl", "manifest.json");

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final ArtifactStore store = history.bean(ArtifactStore.class);
    private final ArtifactDao artifacts = history.bean(ArtifactDao.class);
    private final Jdbi jdbi = history.bean(Jdbi.class);
    private final ScriptedFaults faults = new ScriptedFaults();

    @Test
    void a_crash_on_either_side_of_the_removal_leaves_no_file_behind() {
        RunMessages run = published("crashing");
        delete(run);
        for (String point : List.of(ArtifactRemover.BEFORE_REMOVAL, ArtifactRemover.AFTER_REMOVAL)) {
            faults.at(point).throwsOnce(() -> new IllegalStateException("the process dies here"));
            assertThatThrownBy(remover()::removeBatch).hasMessage("the process dies here");
            assertThat(stillToRemove()).as("nothing is stored: %s", point).isEqualTo(FILES.size());
            assertThat(history.store().resolve(run.folder()).toFile().exists())
                    .as(point)
                    .isEqualTo(point.equals(ArtifactRemover.BEFORE_REMOVAL));
        }
        assertThat(remover().removeBatch()).isFalse();
        assertThat(stillToRemove()).isZero();
        assertThat(history.store().resolve(run.folder())).doesNotExist();
    }

    @Test
    void a_file_goes_alone_and_its_folder_with_the_last_one() {
        RunMessages run = published("piece by piece");
        Path folder = history.store().resolve(run.folder());
        delete(run, FILES.get(0));
        remover().removeBatch();
        assertThat(folder.resolve(FILES.get(0))).doesNotExist();
        assertThat(folder.resolve(FILES.get(1))).exists();
        assertThat(folder.resolve("SHA256SUMS")).exists();
        delete(run, FILES.get(1));
        delete(run, FILES.get(2));
        remover().removeBatch();
        assertThat(folder).doesNotExist();
        assertThat(stillToRemove()).isZero();
    }

    @Test
    void instances_that_remove_the_same_files_at_once_leave_nothing_to_each_other() {
        List<RunMessages> runs =
                IntStream.range(0, 40).mapToObj(i -> published("at once " + i)).toList();
        runs.forEach(this::delete);
        Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    ArtifactRemover remover = remover();
                    while (remover.removeBatch()) {
                        // until nothing is left
                    }
                }))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(stillToRemove()).isZero();
        assertThat(runs)
                .allSatisfy(
                        run -> assertThat(history.store().resolve(run.folder())).doesNotExist());
    }

    private ArtifactRemover remover() {
        return new ArtifactRemover(
                artifacts, history.bean(DownloadLeaseDao.class), store, InstantSource.system(), faults);
    }

    private RunMessages published(String name) {
        Instant start = Instant.parse("2026-11-26T10:00:00Z");
        RunMessages run = new RunMessages(Ids.nameBased(name), Ids.nameBased("removed job"), start);
        for (String file : FILES) {
            store.createIfAbsent(new PublishedName(run.folder(), file), CONTENT);
        }
        store.createIfAbsent(new PublishedName(run.folder(), "SHA256SUMS"), CONTENT);
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", FILES.get(0), 1, CONTENT.length, "cafe"),
                run.assembled(2, 2, "worker-a", FILES.get(1), 1, CONTENT.length, "cafe"),
                run.completed(2, 2, 2L * CONTENT.length, "cafe", CONTENT.length)));
        return run;
    }

    private void delete(RunMessages run) {
        FILES.forEach(file -> delete(run, file));
    }

    /** Stores the deletion, and tells nobody. */
    private void delete(RunMessages run, String file) {
        UUID artifact = Ids.nameBased(run.runId().toString(), file);
        assertThat(artifacts.markDeleted(artifact, run.now())).isTrue();
        artifacts.insertDeleted(artifact, run.now(), "ada");
    }

    private int stillToRemove() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM deleted_artifact WHERE removed_at IS NULL")
                        .mapTo(Integer.class)
                        .one());
    }
}
