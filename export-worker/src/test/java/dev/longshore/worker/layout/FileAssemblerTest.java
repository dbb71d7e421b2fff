package dev.longshore.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.BlockSink;
import dev.longshore.worker.format.ContactRecords;
import dev.longshore.worker.format.JsonLines;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentWriter;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.source.StoppedException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAssemblerTest {
    private static final StagedName TARGET = new StagedName("run", "file-1");

    @TempDir
    Path directory;

    private ArtifactStore store;
    private Segment segment;

    @BeforeEach
    void write() {
        store = new LocalDirectoryStore(directory);
        try (SegmentWriter writer = SegmentWriter.open(
                store,
                new StagedName("run", "0-1"),
                new JsonLines(),
                ContactRecords.TYPE,
                BlockCodec.NONE,
                ProgressListener.NONE)) {
            for (int i = 0; i < 5_000; i++) {
                ContactRecords.feed(writer.records(), "c-" + i, i, new byte[1_000]);
            }
            segment = writer.finish(5_000);
        }
    }

    @Test
    void assembly_stops_soon_after_the_signal_and_leaves_nothing() {
        StopSignal stop = new StopSignal();
        assertThatThrownBy(() -> assemble(onlyFile(), stop, (rows, bytes) -> stop.stop()))
                .isInstanceOf(StoppedException.class);
        assertThat(store.listStaged("run"))
                .singleElement()
                .satisfies(left -> assertThat(left.name()).isEqualTo("0-1"));
    }

    @Test
    void a_file_that_is_not_what_the_layout_says_is_refused_and_leaves_nothing() {
        FileInterval file = onlyFile();
        FileInterval wrong =
                new FileInterval(file.number(), file.from(), file.to(), file.rows() + 1, file.plainBytes());
        assertThatThrownBy(() -> assemble(wrong, new StopSignal(), ProgressListener.NONE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.listStaged("run")).hasSize(1);
    }

    @Test
    void records_are_counted_in_the_bytes_and_not_taken_from_the_index() {
        try (SegmentWriter writer = SegmentWriter.open(
                store,
                new StagedName("run", "0-1"),
                new Miscounting(),
                ContactRecords.TYPE,
                BlockCodec.NONE,
                ProgressListener.NONE)) {
            ContactRecords.feed(writer.records(), "c", 1, new byte[10]);
            segment = writer.finish(2);
        }
        FileInterval file = onlyFile();
        assertThat(file.rows()).isEqualTo(2);
        assertThatThrownBy(() -> assemble(file, new StopSignal(), ProgressListener.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has 1 rows");
    }

    private FileInterval onlyFile() {
        return new FileLayout(store, new JsonLines(), BlockCodec.NONE)
                .files(ContactRecords.TYPE, List.of(segment), OptionalLong.empty())
                .get(0);
    }

    private AssembledFile assemble(FileInterval file, StopSignal stop, ProgressListener progress) {
        return new FileAssembler(store, new JsonLines(), BlockCodec.NONE)
                .assemble(ContactRecords.SELECTION, file, index -> segment, TARGET, stop, progress);
    }

    /** Says that each block has one record more than it has. */
    private static final class Miscounting implements RecordFormat {
        private final RecordFormat lines = new JsonLines();

        @Override
        public Encoder encoder(ExportType type, BlockSink blocks) {
            return lines.encoder(
                    type,
                    (bytes, length, records, first, last) -> blocks.block(bytes, length, records + 1, first, last));
        }

        @Override
        public String name() {
            return lines.name();
        }

        @Override
        public String mediaType() {
            return lines.mediaType();
        }

        @Override
        public String extension() {
            return lines.extension();
        }

        @Override
        public byte[] fileStart(ExportType type) {
            return lines.fileStart(type);
        }

        @Override
        public byte[] fileEnd(ExportType type) {
            return lines.fileEnd(type);
        }

        @Override
        public int[] recordEnds(byte[] block, int length) {
            return lines.recordEnds(block, length);
        }

        @Override
        public int recordsEnding(byte[] block, int offset, int length) {
            return lines.recordsEnding(block, offset, length);
        }

        @Override
        public List<@Nullable String> keyOf(Selection selection, byte[] block, int offset, int length) {
            return lines.keyOf(selection, block, offset, length);
        }
    }
}
