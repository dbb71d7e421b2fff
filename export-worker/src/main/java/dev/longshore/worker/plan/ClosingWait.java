package dev.longshore.worker.plan;

import dev.longshore.worker.source.ClosingOutcome;
import dev.longshore.worker.source.ClosingOutcome.Closed;
import dev.longshore.worker.source.Cut;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.source.StoppedException;
import dev.longshore.worker.source.WindowClosing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits in the slot for the short transactions that are always under way. Longer ones are not worth a slot: the task is
 * put off.
 */
final class ClosingWait {
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int QUESTIONS = 20;

    private final WindowClosing closing;

    ClosingWait(WindowClosing closing) {
        this.closing = closing;
    }

    /** The last answer, within about half a second. */
    ClosingOutcome ask(Cut cut, StopSignal stop) {
        ClosingOutcome answer = closing.ask(cut);
        for (int i = 1; i < QUESTIONS && !(answer instanceof Closed); i++) {
            pause(PAUSE, stop);
            answer = closing.ask(cut);
        }
        return answer;
    }

    /** Waits in the slot; throws {@link StoppedException} as soon as the work is stopped. */
    static void pause(Duration pause, StopSignal stop) {
        CountDownLatch stopped = new CountDownLatch(1);
        StopSignal.Registration registration = stop.onStop(stopped::countDown);
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } finally {
            registration.close();
        }
    }
}
