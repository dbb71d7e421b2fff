package dev.longshore.history.progress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a run: the sum over its tasks of what their attempts have done. A function of the attempts alone, so it
 * does not depend on the order in which they became known.
 *
 * <p><em>Seen</em> amounts count for each task the most that any attempt reached and can only grow. <em>Held</em>
 * amounts count finished tasks and the attempts that hold a task now: the rows of a lost attempt are out of them again.
 *
 * @param keysSeen keys seen in chunks
 * @param keysHeld keys held in chunks
 * @param rowsHeld rows held in chunks
 * @param bytesHeld bytes held in chunks, before compression
 * @param chunksDone finished chunks
 * @param chunksHeld chunks that an attempt holds now
 * @param assembledRows rows seen in files
 * @param assembledBytes bytes seen in files that are being made, before compression
 * @param filesDone finished files
 * @param filesHeld files that an attempt holds now
 */
public record RunTally(
        long keysSeen,
        long keysHeld,
        long rowsHeld,
        long bytesHeld,
        long chunksDone,
        long chunksHeld,
        long assembledRows,
        long assembledBytes,
        long filesDone,
        long filesHeld) {
    /** Nothing done. */
    public static final RunTally NONE = new RunTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** What one task adds, given all that is known of its attempts. */
    public static RunTally of(TaskKind kind, List<AttemptRow> attempts) {
        if (attempts.isEmpty() || (kind != TaskKind.EXPORT && kind != TaskKind.ASSEMBLE)) {
            return NONE;
        }
        Optional<AttemptRow> done = attempts.stream()
                .filter(attempt -> attempt.doneAt() != null)
                .min(Comparator.comparingLong(AttemptRow::epoch));
        Optional<AttemptRow> holder = done.isPresent()
                ? Optional.empty()
                : attempts.stream()
                        .max(Comparator.comparingLong(AttemptRow::epoch))
                        .filter(attempt -> attempt.failedAt() == null);
        return kind == TaskKind.EXPORT ? chunk(attempts, done, holder) : file(attempts, done, holder);
    }

    /** The difference that a newer tally of the same tasks makes. */
    public RunTally minus(RunTally older) {
        return new RunTally(
                keysSeen - older.keysSeen,
                keysHeld - older.keysHeld,
                rowsHeld - older.rowsHeld,
                bytesHeld - older.bytesHeld,
                chunksDone - older.chunksDone,
                chunksHeld - older.chunksHeld,
                assembledRows - older.assembledRows,
                assembledBytes - older.assembledBytes,
                filesDone - older.filesDone,
                filesHeld - older.filesHeld);
    }

    /** Both together. */
    public RunTally plus(RunTally other) {
        return minus(NONE.minus(other));
    }

    private static RunTally chunk(List<AttemptRow> attempts, Optional<AttemptRow> done, Optional<AttemptRow> holder) {
        long keysSeen = attempts.stream().mapToLong(AttemptRow::keys).max().orElse(0);
        if (done.isPresent()) {
            AttemptRow result = done.get();
            long keys = amount(result.doneKeys());
            return new RunTally(
                    Math.max(keysSeen, keys),
                    keys,
                    amount(result.doneRows()),
                    amount(result.doneBytes()),
                    1,
                    0,
                    0,
                    0,
                    0,
                    0);
        }
        return holder.map(held -> new RunTally(keysSeen, held.keys(), held.rows(), held.bytes(), 0, 1, 0, 0, 0, 0))
                .orElseGet(() -> new RunTally(keysSeen, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private static RunTally file(List<AttemptRow> attempts, Optional<AttemptRow> done, Optional<AttemptRow> holder) {
        long rows = attempts.stream().mapToLong(AttemptRow::rows).max().orElse(0);
        long bytes = attempts.stream().mapToLong(AttemptRow::bytes).max().orElse(0);
        long rowsDone = done.map(result -> amount(result.doneRows())).orElse(0L);
        return new RunTally(
                0,
                0,
                0,
                0,
                0,
                0,
                Math.max(rows, rowsDone),
                bytes,
                done.isPresent() ? 1 : 0,
                holder.isPresent() ? 1 : 0);
    }

    private static long amount(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
