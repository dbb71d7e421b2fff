package dev.longshore.worker.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.format.ContactRecords;
import dev.longshore.worker.format.JsonLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTest {
    private static final StagedName NAME = new StagedName("run", "0-1");

    @TempDir
    Path directory;

    private ArtifactStore store;

    @BeforeEach
    void open() {
        store = new LocalDirectoryStore(directory);
    }

    @Test
    void a_segment_gives_back_the_records_that_were_written() {
        Segment segment = write(2_000, 2_000);
        SegmentReader reader = SegmentReader.open(store, segment, BlockCodec.NONE);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        reader.readBlocks(
                0, reader.index().blocks().size(), (block, plain) -> read.write(plain, 0, block.plainLength()));

        assertThat(reader.index().blocks().size()).isGreaterThan(2);
        assertThat(segment.rows()).isEqualTo(2_000);
        assertThat(segment.plainBytes()).isEqualTo(read.size());
        assertThat(segment.storedBytes()).isEqualTo(store.staged(NAME).bytes());
        String[] lines = read.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(2_000);
        assertThat(lines[1_999]).startsWith("{\"ContactId\":\"c-1999\"");
        assertThat(reader.index().blocks().get(0).first()).containsExactly("2000-01-01T00:00:00.000Z", "c-0");
        IndexedBlock last = reader.index().blocks().get(reader.index().blocks().size() - 1);
        assertThat(last.last()).containsExactly("2000-01-01T00:00:00.001Z", "c-1999");
    }

    @Test
    void a_chunk_without_records_is_a_segment_without_blocks() {
        Segment segment = write(0, 0);
        assertThat(segment.rows()).isZero();
        assertThat(segment.plainBytes()).isZero();
        assertThat(SegmentReader.open(store, segment, BlockCodec.NONE).index().blocks())
                .isEmpty();
    }

    @Test
    void progress_rises_block_by_block_to_the_end() {
        List<Long> rows = new ArrayList<>();
        try (SegmentWriter writer = open((done, bytes) -> rows.add(done))) {
            feed(writer, 2_000);
            writer.finish(2_000);
        }
        assertThat(rows).isSorted().hasSizeGreaterThan(2).endsWith(2_000L);
    }

    @Test
    void a_segment_that_lacks_rows_is_refused_and_leaves_nothing() {
        try (SegmentWriter writer = open(ProgressListener.NONE)) {
            feed(writer, 9);
            assertThatThrownBy(() -> writer.finish(10)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(store.listStaged("run")).isEmpty();
    }

    @Test
    void any_changed_byte_is_noticed() throws IOException {
        Segment segment = write(50, 500);
        Path file = directory.resolve(".staging/run/0-1");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += at < whole.length - 300 ? 997 : 1) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x20;
            Files.write(file, changed);
            assertThatThrownBy(() -> readAll(segment))
                    .as("byte %d", at)
                    .isInstanceOf(CorruptSegmentException.class)
                    .hasMessageContaining("run/0-1");
        }
        Files.write(file, whole);
        readAll(segment);
    }

    @Test
    void a_segment_that_is_cut_off_or_another_attempts_is_noticed() throws IOException {
        Segment segment = write(50, 500);
        Path file = directory.resolve(".staging/run/0-1");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        assertThatThrownBy(() -> readAll(segment)).isInstanceOf(CorruptSegmentException.class);
        write(51, 500);
        assertThatThrownBy(() -> readAll(segment)).isInstanceOf(CorruptSegmentException.class);
    }

    private void readAll(Segment segment) {
        SegmentReader reader = SegmentReader.open(store, segment, BlockCodec.NONE);
        reader.readBlocks(0, reader.index().blocks().size(), (block, plain) -> {});
    }

    private Segment write(int records, int titleLength) {
        try (SegmentWriter writer = open(ProgressListener.NONE)) {
            for (int i = 0; i < records; i++) {
                byte[] title = "t".repeat(titleLength).getBytes(StandardCharsets.UTF_8);
                ContactRecords.feed(writer.records(), "c-" + i, i, title);
            }
            return writer.finish(records);
        }
    }

    private void feed(SegmentWriter writer, int records) {
        byte[] title = "t".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < records; i++) {
            ContactRecords.feed(writer.records(), "c-" + i, i, title);
        }
    }

    private SegmentWriter open(ProgressListener progress) {
        return SegmentWriter.open(store, NAME, new JsonLines(), ContactRecords.TYPE, BlockCodec.NONE, progress);
    }
}
