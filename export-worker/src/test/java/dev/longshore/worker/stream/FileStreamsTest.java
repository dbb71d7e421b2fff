package dev.longshore.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ArtifactStoreException;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.format.ContactRecords;
import dev.longshore.worker.format.JsonLines;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentReader;
import dev.longshore.worker.segment.SegmentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStreamsTest {
    private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final int CHUNKS = 4;

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private ArtifactStore store;
    private FileStreams streams;

    @BeforeEach
    void open() {
        store = new LocalDirectoryStore(directory);
        streams = new FileStreams(store, 1, nanos::get);
    }

    @Test
    void chunks_in_their_order_become_one_file() {
        for (int chunk = 1; chunk < CHUNKS; chunk++) {
            Segment segment = export(chunk, begin(chunk, 1).orElseThrow());
            assertThat(segment.extents()).hasSize(1);
        }
        ChunkStream last = begin(CHUNKS, 1).orElseThrow();
        export(CHUNKS, last);

        assertThat(last.files()).singleElement().satisfies(file -> {
            assertThat(file.rows()).isEqualTo(CHUNKS * 10L);
            assertThat(store.staged(file.object()).bytes()).isEqualTo(file.bytes());
        });
        assertThat(begin(CHUNKS + 1, 1)).as("behind the last chunk").isEmpty();
    }

    @Test
    void a_stream_begins_with_the_first_chunk_only() {
        assertThat(begin(2, 1)).isEmpty();
    }

    @Test
    void a_chunk_that_went_elsewhere_ends_the_stream() {
        Segment first = export(1, begin(1, 1).orElseThrow());

        assertThat(begin(3, 1)).isEmpty();
        assertThat(begin(2, 1)).as("the stream is over").isEmpty();
        readAll(first);
    }

    @Test
    void a_chunk_is_not_streamed_while_the_one_before_is_being_written() {
        try (ChunkStream first = begin(1, 1).orElseThrow()) {
            assertThat(begin(2, 1)).isEmpty();
            first.end();
        }
        assertThat(begin(2, 1)).as("it has gone elsewhere").isEmpty();
    }

    @Test
    void a_chunk_that_is_given_up_ends_the_stream_and_its_next_attempt_begins_another() {
        begin(1, 1).orElseThrow().close();

        assertThat(begin(2, 1)).isEmpty();
        Segment again = export(1, begin(1, 2).orElseThrow());
        assertThat(again.extents()).singleElement().satisfies(extent -> {
            assertThat(extent.object().object()).isEqualTo("stream-2-1");
            assertThat(extent.offset()).isZero();
        });
        export(2, begin(2, 1).orElseThrow());
    }

    @Test
    void a_stream_that_nobody_continues_is_let_go_of() {
        Segment first = export(1, begin(1, 1).orElseThrow());
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        streams.closeIdle(Duration.ofMinutes(1));
        Segment second = export(2, begin(2, 1).orElseThrow());

        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        streams.closeIdle(Duration.ofMinutes(1));

        assertThat(begin(3, 1)).isEmpty();
        readAll(first);
        readAll(second);
    }

    @Test
    void a_store_that_fails_fails_the_chunk() throws IOException {
        Files.createDirectories(directory.resolve(".staging/" + RUN));
        Files.createFile(directory.resolve(".staging/" + RUN + "/stream-1-1"));
        ChunkStream chunk = begin(1, 1).orElseThrow();

        assertThatThrownBy(() -> export(1, chunk)).isInstanceOf(ArtifactStoreException.class);
        assertThat(begin(2, 1).map(stream -> {
                    assertThatThrownBy(() -> export(2, stream)).isInstanceOf(ArtifactStoreException.class);
                    return stream;
                }))
                .as("whatever follows fails like it, and is tried again as a segment")
                .isPresent();
    }

    private Optional<ChunkStream> begin(int chunk, long epoch) {
        FileStreams.Part part = new FileStreams.Part(
                RUN, chunk, CHUNKS, epoch, new JsonLines(), ContactRecords.SELECTION, OptionalLong.empty());
        return streams.begin(part, name(chunk));
    }

    private static StagedName name(int chunk) {
        return new StagedName(RUN.toString(), "chunk-" + chunk);
    }

    private static Segment export(int number, ChunkStream chunk) {
        try (SegmentWriter writer = SegmentWriter.open(
                chunk, name(number), new JsonLines(), ContactRecords.TYPE, BlockCodec.NONE, ProgressListener.NONE)) {
            for (int i = 0; i < 10; i++) {
                ContactRecords.feed(
                        writer.records(), "c-" + number + "-" + i, i, "title".getBytes(StandardCharsets.UTF_8));
            }
            return writer.finish(10);
        }
    }

    private void readAll(Segment segment) {
        SegmentReader reader = SegmentReader.open(store, segment, BlockCodec.NONE);
        reader.readBlocks(0, reader.index().blocks().size(), (block, plain) -> {});
    }
}
