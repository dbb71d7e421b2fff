package dev.longshore.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every artifact store must do. */
abstract class ArtifactStoreContract {
    private static final StagedName SEGMENT = new StagedName("run-1", "0-1");
    private static final PublishedName FILE = new PublishedName("folder", "calls.jsonl");

    private ArtifactStore store;

    /** A store that holds nothing. */
    abstract ArtifactStore emptyStore() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = emptyStore();
    }

    @Test
    void a_committed_object_can_be_read_whole_and_in_ranges() throws IOException {
        stage(SEGMENT, "0123456789");
        assertThat(text(store.readStaged(SEGMENT, ByteRange.ALL))).isEqualTo("0123456789");
        assertThat(text(store.readStaged(SEGMENT, new ByteRange(3, 4)))).isEqualTo("3456");
        assertThat(text(store.readStaged(SEGMENT, new ByteRange(8, 100)))).isEqualTo("89");
        assertThat(text(store.readStaged(SEGMENT, new ByteRange(10, 5)))).isEmpty();
        assertThat(text(store.readStaged(SEGMENT, new ByteRange(2, 0)))).isEmpty();
        assertThat(store.staged(SEGMENT).bytes()).isEqualTo(10);
    }

    @Test
    void a_range_can_be_skipped_and_read_byte_by_byte_without_leaving_it() throws IOException {
        stage(SEGMENT, "0123456789");
        try (InputStream in = store.readStaged(SEGMENT, new ByteRange(2, 5))) {
            assertThat(in.read()).isEqualTo('2');
            in.skipNBytes(2);
            assertThat(in.read()).isEqualTo('5');
            assertThat(in.read()).isEqualTo('6');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new byte[4])).isEqualTo(-1);
        }
    }

    @Test
    void an_object_is_invisible_until_it_is_committed() {
        try (StagedWriter writer = store.writeStaged(SEGMENT)) {
            write(writer, "half");
            assertThat(writer.bytes()).isEqualTo(4);
            assertThat(store.listStaged("run-1")).isEmpty();
            assertThatThrownBy(() -> store.staged(SEGMENT)).isInstanceOf(NoSuchObjectException.class);
            assertThatThrownBy(() -> store.readStaged(SEGMENT, ByteRange.ALL))
                    .isInstanceOf(NoSuchObjectException.class);
            write(writer, " and half");
            writer.commit();
        }
        assertThat(store.staged(SEGMENT).bytes()).isEqualTo(13);
    }

    /** A store that cannot let objects grow says so; one that can keeps all of these promises. */
    @Test
    void a_growing_object_can_be_read_as_far_as_it_was_synced_and_stays_when_its_writer_is_gone() throws IOException {
        if (refusesToGrow()) {
            return;
        }
        try (GrowingObject growing = store.growStaged(SEGMENT)) {
            assertThat(growing.name()).isEqualTo(SEGMENT);
            grow(growing, "01234");
            growing.sync();
            assertThat(text(store.readStaged(SEGMENT, new ByteRange(1, 3)))).isEqualTo("123");
            grow(growing, "56789");
            growing.sync();
            assertThat(growing.bytes()).isEqualTo(10);
            growing.end();
            growing.sync();
            assertThat(text(store.readStaged(SEGMENT, new ByteRange(4, 3)))).isEqualTo("456");
        }
        assertThat(store.staged(SEGMENT).bytes()).isEqualTo(10);
        assertThat(store.publish(SEGMENT, FILE, 10)).isEqualTo(PublishOutcome.PUBLISHED);
        assertThat(text(store.readPublished(FILE, ByteRange.ALL))).isEqualTo("0123456789");
    }

    @Test
    void the_name_of_a_growing_object_is_used_once_and_goes_with_its_run() {
        if (refusesToGrow()) {
            return;
        }
        try (GrowingObject growing = store.growStaged(SEGMENT)) {
            grow(growing, "half");
            assertThatThrownBy(() -> store.growStaged(SEGMENT)).isInstanceOf(ArtifactStoreException.class);
            store.deleteStaging("run-1");
            grow(growing, " and half, written by a worker that does not know yet");
            growing.sync();
        }
        assertThat(store.listStagedRuns()).isEmpty();
    }

    @Test
    void what_grows_in_pieces_of_any_size_is_what_was_written() throws IOException {
        if (refusesToGrow()) {
            return;
        }
        Random random = new Random(20_261_126);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (GrowingObject growing = store.growStaged(SEGMENT)) {
            while (written.size() < 5 << 20) {
                byte[] piece = new byte[random.nextInt(random.nextInt(20) == 0 ? 3 << 20 : 3_000)];
                random.nextBytes(piece);
                growing.write(piece, 0, piece.length);
                written.write(piece, 0, piece.length);
                if (random.nextInt(100) == 0) {
                    growing.sync();
                    ByteRange sofar = new ByteRange(written.size() / 2, written.size() - written.size() / 2);
                    assertThat(store.readStaged(SEGMENT, sofar).readAllBytes())
                            .isEqualTo(Arrays.copyOfRange(written.toByteArray(), written.size() / 2, written.size()));
                }
            }
            growing.end();
            growing.sync();
        }
        assertThat(store.readStaged(SEGMENT, ByteRange.ALL).readAllBytes()).isEqualTo(written.toByteArray());
    }

    private boolean refusesToGrow() {
        if (store.canGrow()) {
            return false;
        }
        assertThatThrownBy(() -> store.growStaged(SEGMENT)).isInstanceOf(UnsupportedOperationException.class);
        return true;
    }

    private static void grow(GrowingObject growing, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        growing.write(bytes, 0, bytes.length);
    }

    @Test
    void an_object_that_is_given_up_leaves_nothing() {
        try (StagedWriter writer = store.writeStaged(SEGMENT)) {
            write(writer, "half");
        }
        assertThat(store.listStaged("run-1")).isEmpty();
    }

    @Test
    void a_second_commit_under_the_same_name_replaces_the_first() throws IOException {
        stage(SEGMENT, "first");
        stage(SEGMENT, "2nd");
        assertThat(text(store.readStaged(SEGMENT, ByteRange.ALL))).isEqualTo("2nd");
        assertThat(store.listStaged("run-1")).extracting(StoredObject::name).containsExactly("0-1");
    }

    @Test
    void staging_is_listed_and_deleted_per_run() {
        stage(new StagedName("run-1", "b"), "x");
        stage(new StagedName("run-1", "a"), "yy");
        stage(new StagedName("run-2", "c"), "z");
        assertThat(store.listStaged("run-1")).extracting(StoredObject::name).containsExactly("a", "b");
        assertThat(store.listStagedRuns()).containsExactly("run-1", "run-2");

        try (StagedWriter late = store.writeStaged(new StagedName("run-1", "late"))) {
            write(late, "half-written");
            store.deleteStaging("run-1");
            assertThat(store.listStaged("run-1")).isEmpty();
        }
        store.deleteStaging("run-1");
        assertThat(store.listStaged("run-1")).isEmpty();
        assertThat(store.listStaged("run-2")).hasSize(1);
        assertThat(store.listStagedRuns()).containsExactly("run-2");
    }

    @Test
    void publishing_puts_a_staged_object_into_place_and_leaves_it_for_a_repetition() throws IOException {
        stage(SEGMENT, "records");
        assertThat(store.publish(SEGMENT, FILE, 7)).isEqualTo(PublishOutcome.PUBLISHED);
        assertThat(text(store.readPublished(FILE, ByteRange.ALL))).isEqualTo("records");
        assertThat(text(store.readPublished(FILE, new ByteRange(1, 3)))).isEqualTo("eco");
        assertThat(store.published(FILE).bytes()).isEqualTo(7);
        assertThat(store.listPublished("folder"))
                .extracting(StoredObject::name, StoredObject::bytes)
                .containsExactly(tuple("calls.jsonl", 7L));
        assertThat(store.listFolders()).containsExactly("folder");
        assertThat(store.listStaged("run-1"))
                .extracting(StoredObject::name, StoredObject::bytes)
                .containsExactly(tuple(SEGMENT.object(), 7L));
        store.deleteStaging("run-1");
        assertThat(store.published(FILE).bytes()).isEqualTo(7);
        assertThat(store.publish(SEGMENT, FILE, 7)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
    }

    @Test
    void publishing_again_is_harmless_with_and_without_the_staged_object() throws IOException {
        stage(SEGMENT, "records");
        store.publish(SEGMENT, FILE, 7);
        assertThat(store.publish(SEGMENT, FILE, 7)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
        StagedName secondAttempt = new StagedName("run-1", "0-2");
        stage(secondAttempt, "records");
        assertThat(store.publish(secondAttempt, FILE, 7)).isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
        assertThat(text(store.readPublished(FILE, ByteRange.ALL))).isEqualTo("records");
    }

    @Test
    void publishing_never_replaces_a_file_of_another_size() throws IOException {
        stage(SEGMENT, "records");
        store.publish(SEGMENT, FILE, 7);
        StagedName other = new StagedName("run-1", "other");
        stage(other, "other records");
        assertThatThrownBy(() -> store.publish(other, FILE, 13)).isInstanceOf(ConflictingObjectException.class);
        assertThat(text(store.readPublished(FILE, ByteRange.ALL))).isEqualTo("records");
    }

    @Test
    void publishing_what_is_not_there_or_not_of_the_expected_size_is_refused() {
        assertThatThrownBy(() -> store.publish(SEGMENT, FILE, 7)).isInstanceOf(NoSuchObjectException.class);
        stage(SEGMENT, "cut off");
        assertThatThrownBy(() -> store.publish(SEGMENT, FILE, 8)).isInstanceOf(ConflictingObjectException.class);
        assertThat(store.listPublished("folder")).isEmpty();
    }

    @Test
    void a_manifest_is_created_once_and_the_second_learns_what_is_there() throws IOException {
        PublishedName manifest = new PublishedName("folder", "manifest.json");
        assertThat(store.createIfAbsent(manifest, bytes("first"))).isInstanceOf(CreateOutcome.Created.class);
        assertThat(store.createIfAbsent(manifest, bytes("second")))
                .isInstanceOfSatisfying(CreateOutcome.AlreadyThere.class, there -> {
                    assertThat(there.content()).isEqualTo(bytes("first"));
                    assertThat(there.holds(bytes("first"))).isTrue();
                    assertThat(there.holds(bytes("second"))).isFalse();
                });
        assertThat(text(store.readPublished(manifest, ByteRange.ALL))).isEqualTo("first");
        assertThat(store.listPublished("folder")).extracting(StoredObject::name).containsExactly("manifest.json");
    }

    @Test
    void of_many_creators_at_once_exactly_one_creates_and_all_others_see_its_content() throws Exception {
        int creators = 8;
        CyclicBarrier start = new CyclicBarrier(creators);
        List<Callable<CreateOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < creators; i++) {
            byte[] mine = bytes("written by " + i);
            calls.add(() -> {
                start.await();
                return store.createIfAbsent(new PublishedName("folder", "manifest.json"), mine);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(creators);
        try {
            List<CreateOutcome> outcomes = new ArrayList<>();
            for (Future<CreateOutcome> future : threads.invokeAll(calls)) {
                outcomes.add(future.get());
            }
            byte[] winner =
                    bytes(text(store.readPublished(new PublishedName("folder", "manifest.json"), ByteRange.ALL)));
            assertThat(outcomes)
                    .filteredOn(CreateOutcome.Created.class::isInstance)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(CreateOutcome.AlreadyThere.class::isInstance)
                    .hasSize(creators - 1)
                    .allSatisfy(outcome -> assertThat(((CreateOutcome.AlreadyThere) outcome).holds(winner))
                            .isTrue());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void published_files_and_folders_can_be_deleted_repeatedly() {
        stage(SEGMENT, "records");
        store.publish(SEGMENT, FILE, 7);
        store.createIfAbsent(new PublishedName("folder", "manifest.json"), bytes("{}"));
        store.deletePublished(FILE);
        store.deletePublished(FILE);
        assertThatThrownBy(() -> store.readPublished(FILE, ByteRange.ALL)).isInstanceOf(NoSuchObjectException.class);
        assertThat(store.listPublished("folder")).extracting(StoredObject::name).containsExactly("manifest.json");
        store.deleteFolder("folder");
        store.deleteFolder("folder");
        assertThat(store.listPublished("folder")).isEmpty();
        assertThat(store.listFolders()).isEmpty();
    }

    @Test
    void a_reader_finishes_though_the_file_is_deleted_meanwhile() throws IOException {
        stage(SEGMENT, "records");
        store.publish(SEGMENT, FILE, 7);
        try (InputStream in = store.readPublished(FILE, ByteRange.ALL)) {
            assertThat(in.read()).isEqualTo('r');
            store.deletePublished(FILE);
            assertThat(text(in)).isEqualTo("ecords");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".staging", "../x", "a/b", "/etc", "a\\b", "a\nb", "a\u0000b"})
    void names_that_could_leave_their_folder_are_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StagedName(name, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new StagedName("run", name));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishedName(name, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishedName("folder", name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.deleteStaging(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.listStaged(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.deleteFolder(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.listPublished(name));
    }

    @Test
    void names_in_every_script_are_kept() throws IOException {
        PublishedName name = new PublishedName("folder", "звонки-通話-à-interaction.jsonl");
        store.createIfAbsent(name, bytes("x"));
        assertThat(store.listPublished("folder")).extracting(StoredObject::name).containsExactly(name.file());
        assertThat(text(store.readPublished(name, ByteRange.ALL))).isEqualTo("x");
    }

    private void stage(StagedName name, String content) {
        try (StagedWriter writer = store.writeStaged(name)) {
            write(writer, content);
            writer.commit();
        }
    }

    private static void write(StagedWriter writer, String content) {
        byte[] bytes = bytes("[" + content + "]");
        writer.write(bytes, 1, bytes.length - 2);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
