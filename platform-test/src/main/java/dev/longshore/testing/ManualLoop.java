package dev.longshore.testing;

import dev.longshore.platform.polling.PollingLoop;

/** Takes a loop's steps when the test says so, in the test's own thread: no thread, no pause, and failures are thrown. */
public final class ManualLoop {
    private final PollingLoop.Step step;

    public ManualLoop(PollingLoop.Step step) {
        this.step = step;
    }

    /**
     * Takes one step.
     *
     * @return whether the step says that there is more to do
     */
    public boolean runOnce() throws Exception {
        return step.run();
    }

    /**
     * Takes steps until one finds nothing more to do.
     *
     * @param limit most steps to take
     * @return number of steps taken, the last included
     * @throws AssertionError when there is still more to do after that many
     */
    public int runUntilIdle(int limit) throws Exception {
        for (int taken = 1; taken <= limit; taken++) {
            if (!step.run()) {
                return taken;
            }
        }
        throw new AssertionError("the loop still had more to do after %d steps".formatted(limit));
    }
}
