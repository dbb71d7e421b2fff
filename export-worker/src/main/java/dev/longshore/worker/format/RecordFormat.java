package dev.longshore.worker.format;

import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.source.RecordSink;
import dev.longshore.worker.source.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records are written. The records of a run are encoded once, in chunks; a file is a sequence of whole records between the
 * bytes that begin and end every file. So each format must make a record's bytes depend on the record alone.
 */
public interface RecordFormat {
    /** Name in the catalog, for example {@code JSON_LINES}. */
    String name();

    String mediaType();

    /** File name extension without a dot. */
    String extension();

    /** What every file begins with; may be empty. */
    byte[] fileStart(ExportType type);

    /** What every file ends with; may be empty. */
    byte[] fileEnd(ExportType type);

    /** An encoder for one chunk, which gives its blocks to {@code blocks}. Call {@link Encoder#finish} at the end. */
    Encoder encoder(ExportType type, BlockSink blocks);

    /** Offsets just behind each record of a block of whole records, ascending; the last one is {@code length}. */
    int[] recordEnds(byte[] block, int length);

    /** Number of records that end in a part of a block; the part may begin and end within a record. */
    int recordsEnding(byte[] block, int offset, int length);

    /**
     * Date and key of a record as a manifest shows them: values in the form that they have in the output, null where the
     * record has none.
     */
    List<@Nullable String> keyOf(Selection selection, byte[] block, int offset, int length);

    /** Takes the records of one chunk. */
    interface Encoder extends RecordSink {
        /** Hands on what is left. */
        void finish();
    }
}
