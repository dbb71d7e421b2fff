package dev.longshore.worker.progress;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.TaskKind;
import dev.longshore.platform.time.Micros;
import java.time.InstantSource;

/**
 * Tells how far the attempts under way have come: one step of a loop that runs once a second, which is what bounds the
 * number of messages. They do not go through the outbox, since losing one is harmless: the next one says more.
 */
final class ProgressPublisher {
    private final ProgressBoard board;
    private final Channel channel;
    private final InstantSource clock;

    /** Sends without waiting and without a promise. */
    @FunctionalInterface
    interface Channel {
        /** @param key run id */
        void offer(String key, ProgressReported message);
    }

    ProgressPublisher(ProgressBoard board, Channel channel, InstantSource clock) {
        this.board = board;
        this.channel = channel;
        this.clock = clock;
    }

    /** Tells of every attempt that has advanced since the last time. */
    boolean tell() {
        for (AttemptProgress attempt : board.attempts()) {
            if (attempt.takeChange()) {
                channel.offer(attempt.lease().run().toString(), messageOf(attempt));
            }
        }
        return false;
    }

    private ProgressReported messageOf(AttemptProgress attempt) {
        return ProgressReported.newBuilder()
                .setRunId(attempt.lease().run().toString())
                .setJobId(attempt.job().toString())
                .setTaskId(attempt.lease().task().toString())
                .setTaskKind(TaskKind.valueOf(attempt.lease().kind().name()))
                .setNumber(attempt.lease().number())
                .setEpoch(attempt.lease().epoch())
                .setWorker(attempt.lease().worker())
                .setReportedAt(Micros.now(clock))
                .setKeys(attempt.keys())
                .setRows(attempt.rows())
                .setBytes(attempt.bytes())
                .build();
    }
}
