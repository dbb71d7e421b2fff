package dev.longshore.worker.stream;

import dev.longshore.worker.layout.FileStream;

/** The stream of one run in this process: which chunk it ended with, and who still uses it. Guarded by {@link FileStreams}. */
final class RunStream {
    private final FileStream files;
    private final BlockPipe pipe;
    private int lastChunk;
    private int users;
    private boolean beingAppended;
    private boolean over;
    private long idleSinceNanos;

    RunStream(FileStream files, BlockPipe pipe) {
        this.files = files;
        this.pipe = pipe;
    }

    FileStream files() {
        return files;
    }

    BlockPipe pipe() {
        return pipe;
    }

    /** Whether that chunk would come right behind what is there. */
    boolean awaits(int chunk) {
        return !over && !beingAppended && chunk == lastChunk + 1;
    }

    /** Whether that chunk shows that the next one went elsewhere. */
    boolean isPassedBy(int chunk) {
        return chunk > lastChunk + 1 || (beingAppended && chunk > lastChunk);
    }

    void begin() {
        beingAppended = true;
        users++;
    }

    void chunkEnded(boolean isLast) {
        beingAppended = false;
        lastChunk++;
        over |= isLast;
    }

    /** Nothing more is to be appended, as a chunk was given up, or went elsewhere, or files no longer end where they should. */
    void end() {
        over = true;
    }

    void left(long nowNanos) {
        users--;
        idleSinceNanos = nowNanos;
    }

    boolean isOver() {
        return over;
    }

    boolean isUnused() {
        return users == 0;
    }

    boolean isIdleFor(long nanos, long nowNanos) {
        return users == 0 && nowNanos - idleSinceNanos >= nanos;
    }

    /** Closes what is open, behind all that was given to the pipe. */
    void dispose() {
        over = true;
        pipe.close(files::close);
    }
}
