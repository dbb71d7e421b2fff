package dev.longshore.worker.source;

/** Work ended because its {@link StopSignal} said so: expected by whoever stopped it, and no failure. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("stopped");
    }
}
