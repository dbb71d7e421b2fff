package dev.longshore.worker.layout;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.artifact.StagedWriter;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentReader;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import java.util.function.IntFunction;

/**
 * Puts a file together from segments, under a private name. Every block's checksum is verified on the way; rows and size must be
 * what the layout says. Memory does not grow with the file. Safe for use by many threads.
 */
public final class FileAssembler {
    private final ArtifactStore store;
    private final RecordFormat format;
    private final BlockCodec codec;

    public FileAssembler(ArtifactStore store, RecordFormat format, BlockCodec codec) {
        this.store = store;
        this.format = format;
        this.codec = codec;
    }

    /**
     * Writes the file. When it fails, is stopped or crashes, nothing is left under the name; doing it again makes the same bytes.
     *
     * @param segmentAt the run's segments by their index; asked for those of the interval only
     * @param target staging name that no other attempt uses
     */
    public AssembledFile assemble(
            Selection selection,
            FileInterval interval,
            IntFunction<Segment> segmentAt,
            StagedName target,
            StopSignal stop,
            ProgressListener progress) {
        try (StagedWriter out = store.writeStaged(target)) {
            FileContent content = new FileContent(out::write, format, selection, stop, progress);
            content.begin();
            for (int i = interval.from().segment(); i <= interval.to().segment(); i++) {
                Segment segment = segmentAt.apply(i);
                long from = i == interval.from().segment() ? interval.from().offset() : 0;
                long to = i == interval.to().segment() ? interval.to().offset() : segment.plainBytes();
                if (from < to) {
                    SegmentReader reader = SegmentReader.open(store, segment, codec);
                    int firstBlock = reader.index().blockAt(from);
                    int lastBlock = reader.index().blockAt(to - 1);
                    reader.readBlocks(
                            firstBlock, lastBlock + 1, (block, plain) -> content.append(block, plain, from, to));
                }
            }
            content.end();
            AssembledFile file = content.describe(target);
            if (file.rows() != interval.rows() || file.plainBytes() != interval.plainBytes()) {
                throw new IllegalStateException("file %s has %d rows and %d bytes, its layout says %d and %d"
                        .formatted(target, file.rows(), file.plainBytes(), interval.rows(), interval.plainBytes()));
            }
            out.commit();
            return file;
        }
    }
}
