package dev.longshore.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.format.ContactRecords;
import dev.longshore.worker.format.JsonLines;
import dev.longshore.worker.format.Timestamps;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentWriter;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.stream.ChunkStream;
import dev.longshore.worker.stream.FileStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of random runs, cut at random limits, against the simplest thing that can be right: all records in a list, packed one by
 * one. Each failure names the seed that repeats it.
 */
class FilesPropertyTest {
    private static final JsonLines FORMAT = new JsonLines();

    @TempDir
    Path directory;

    @Test // P46, P47, P48
    void small_records_are_split_exactly() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            Run run = run(random, 1 + random.nextInt(5), 40, 400, "small-" + round);
            long total = run.records.stream()
                    .mapToLong(record -> record.bytes.length)
                    .sum();
            for (long limit : limits(random, total)) {
                check(run, limit, "seed %d round %d limit %d".formatted(seed, round, limit));
            }
        }
    }

    @Test
    void records_of_up_to_five_megabytes_are_split_exactly() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            Run run = run(random, 3, 8, 5_000_000, "big-" + round);
            for (long limit : new long[] {1, 1 << 20, 3 << 20, random.nextInt(20_000_000) + 1, 1L << 40}) {
                check(run, limit, "seed %d round %d limit %d".formatted(seed, round, limit));
            }
        }
    }

    @Test // P46, P47
    void small_records_that_are_streamed_become_the_files_at_once() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            long data = random.nextLong();
            Run plain = run(new Random(data), 1 + round % 5, 40, 400, "plain-" + round);
            long total = plain.records.stream()
                    .mapToLong(record -> record.bytes.length)
                    .sum();
            for (long limit : limits(random, total)) {
                String as = "seed %d round %d limit %d".formatted(seed, round, limit);
                Streamed streamed = new Streamed(1 + round % 5, limit);
                Run run = run(new Random(data), 1 + round % 5, 40, 400, streamed.name, streamed);
                assertThat(checkStreamed(run, streamed, as)).as(as).isZero();
            }
        }
    }

    @Test
    void records_of_up_to_five_megabytes_that_are_streamed_give_the_same_files() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            for (long limit : new long[] {1, 1 << 20, 3 << 20, random.nextInt(20_000_000) + 1, 1L << 40}) {
                String as = "seed %d round %d limit %d".formatted(seed, round, limit);
                Streamed streamed = new Streamed(3, limit);
                Run run = run(random, 3, 8, 5_000_000, streamed.name, streamed);
                int put = checkStreamed(run, streamed, as);
                if (limit == 1L << 40) {
                    assertThat(put).as(as).isZero();
                }
            }
        }
    }

    /** Returns how many files still had to be put together. */
    private int checkStreamed(Run run, Streamed streamed, String as) throws Exception {
        WholeFiles whole = new WholeFiles(streamed.files(), FORMAT, ContactRecords.TYPE);
        List<FileInterval> files = layout(run, OptionalLong.of(streamed.limit));
        List<List<Contact>> expected = pack(run.records, streamed.limit);
        assertThat(files).as(as).hasSameSizeAs(expected);
        int put = 0;
        for (int i = 0; i < files.size(); i++) {
            byte[] content = concatenated(expected.get(i));
            Optional<AssembledFile> found = whole.find(files.get(i), run.segments);
            if (found.isPresent()) {
                assertThat(read(found.get().object())).as(as).isEqualTo(content);
                assertThat(found.get()).as(as).isEqualTo(described(found.get().object(), expected.get(i), content));
            } else {
                put++;
                checkAssembled(run, files.get(i), expected.get(i), content, as);
            }
        }
        return put;
    }

    @Test
    void a_run_without_records_has_no_file() throws Exception {
        Run empty = run(new Random(1), 3, 0, 1, "empty");
        assertThat(layout(empty, OptionalLong.empty())).isEmpty();
        assertThat(layout(empty, OptionalLong.of(100))).isEmpty();
        assertThat(new FileLayout(store(), FORMAT, BlockCodec.NONE)
                        .files(ContactRecords.TYPE, List.of(), OptionalLong.empty()))
                .isEmpty();
    }

    private static long[] limits(Random random, long total) {
        return new long[] {1, 200, 500, 1 + random.nextInt(5_000), Math.max(1, total - 1), Math.max(1, total), total + 1
        };
    }

    private void check(Run run, long limit, String as) throws Exception {
        List<FileInterval> files = layout(run, OptionalLong.of(limit));
        List<List<Contact>> expected = pack(run.records, limit);
        assertThat(files).as(as).hasSameSizeAs(expected);
        for (int i = 0; i < files.size(); i++) {
            FileInterval file = files.get(i);
            List<Contact> records = expected.get(i);
            byte[] content = concatenated(records);
            assertThat(file.number()).as(as).isEqualTo(i + 1);
            assertThat(file.rows()).as(as).isEqualTo(records.size());
            assertThat(file.plainBytes()).as(as).isEqualTo(content.length);
            if (files.size() < 40 || i % 10 == 0) {
                checkAssembled(run, file, records, content, as);
            }
        }
    }

    private void checkAssembled(Run run, FileInterval file, List<Contact> records, byte[] content, String as)
            throws Exception {
        StagedName name = new StagedName(run.name, "file");
        List<Long> progress = new ArrayList<>();
        AssembledFile assembled = new FileAssembler(store(), FORMAT, BlockCodec.NONE)
                .assemble(
                        ContactRecords.SELECTION,
                        file,
                        run.segments::get,
                        name,
                        new StopSignal(),
                        (rows, bytes) -> progress.add(bytes));
        assertThat(read(name)).as(as).isEqualTo(content);
        assertThat(assembled).as(as).isEqualTo(described(name, records, content));
        assertThat(progress).as(as).isSorted().endsWith((long) content.length);
    }

    private static AssembledFile described(StagedName name, List<Contact> records, byte[] content) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return new AssembledFile(
                name,
                content.length,
                sha256,
                records.size(),
                content.length,
                sha256,
                records.get(0).key(),
                records.get(records.size() - 1).key());
    }

    /** As full as the next record allows; a record that alone is over the limit has a file of its own. */
    private static List<List<Contact>> pack(List<Contact> records, long limit) {
        List<List<Contact>> files = new ArrayList<>();
        long size = 0;
        for (Contact record : records) {
            if (files.isEmpty() || size + record.bytes.length > limit) {
                files.add(new ArrayList<>());
                size = 0;
            }
            files.get(files.size() - 1).add(record);
            size += record.bytes.length;
        }
        return files;
    }

    private List<FileInterval> layout(Run run, OptionalLong limit) {
        return new FileLayout(store(), FORMAT, BlockCodec.NONE).files(ContactRecords.TYPE, run.segments, limit);
    }

    private Run run(Random random, int segments, int mostRecords, int longestTitle, String name) throws IOException {
        return run(random, segments, mostRecords, longestTitle, name, (segment, object) -> inOwnObject(object));
    }

    private SegmentWriter inOwnObject(StagedName object) {
        return SegmentWriter.open(store(), object, FORMAT, ContactRecords.TYPE, BlockCodec.NONE, ProgressListener.NONE);
    }

    private Run run(Random random, int segments, int mostRecords, int longestTitle, String name, Opener opener)
            throws IOException {
        List<Segment> written = new ArrayList<>();
        List<Contact> records = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            StagedName object = new StagedName(name, i + "-1");
            int count = mostRecords == 0 ? 0 : random.nextInt(mostRecords + 1);
            try (SegmentWriter writer = opener.open(i, object)) {
                for (int j = 0; j < count; j++) {
                    long micros = random.nextInt();
                    byte[] title = new byte[random.nextInt(1 + random.nextInt(longestTitle))];
                    Arrays.fill(title, (byte) (random.nextBoolean() ? 'a' : '\n'));
                    ContactRecords.feed(writer.records(), "c-" + records.size(), micros, title);
                    records.add(
                            new Contact("c-" + records.size(), micros, encoded("c-" + records.size(), micros, title)));
                }
                written.add(writer.finish(count));
            }
        }
        return new Run(name, written, records);
    }

    private static byte[] encoded(String id, long micros, byte[] title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var encoder = FORMAT.encoder(
                ContactRecords.TYPE, (bytes, length, records, first, last) -> out.write(bytes, 0, length));
        ContactRecords.feed(encoder, id, micros, title);
        encoder.finish();
        return out.toByteArray();
    }

    private static byte[] concatenated(List<Contact> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(record -> out.writeBytes(record.bytes));
        return out.toByteArray();
    }

    private byte[] read(StagedName name) throws IOException {
        try (InputStream in = store().readStaged(name, ByteRange.ALL)) {
            return in.readAllBytes();
        }
    }

    private ArtifactStore store() {
        return new LocalDirectoryStore(directory);
    }

    private interface Opener {
        SegmentWriter open(int segment, StagedName object);
    }

    /** Segments that are streamed one behind the other. */
    private final class Streamed implements Opener {
        private final UUID id = UUID.randomUUID();
        private final String name = id.toString();
        private final int segments;
        private final long limit;
        private final FileStreams streams = new FileStreams(store(), 1, () -> 0);
        private final List<ChunkStream> chunks = new ArrayList<>();

        Streamed(int segments, long limit) {
            this.segments = segments;
            this.limit = limit;
        }

        @Override
        public SegmentWriter open(int segment, StagedName object) {
            FileStreams.Part part = new FileStreams.Part(
                    id, segment + 1, segments, 1, FORMAT, ContactRecords.SELECTION, OptionalLong.of(limit));
            Optional<ChunkStream> chunk = streams.begin(part, object);
            chunk.ifPresent(chunks::add);
            return chunk.isPresent()
                    ? SegmentWriter.open(
                            chunk.get(), object, FORMAT, ContactRecords.TYPE, BlockCodec.NONE, ProgressListener.NONE)
                    : inOwnObject(object);
        }

        List<AssembledFile> files() {
            return chunks.stream().flatMap(chunk -> chunk.files().stream()).toList();
        }
    }

    private record Run(String name, List<Segment> segments, List<Contact> records) {}

    private static final class Contact {
        private final String id;
        private final long micros;
        private final byte[] bytes;

        Contact(String id, long micros, byte[] bytes) {
            this.id = id;
            this.micros = micros;
            this.bytes = bytes;
        }

        List<String> key() {
            return List.of(Timestamps.format(micros), id);
        }
    }
}
