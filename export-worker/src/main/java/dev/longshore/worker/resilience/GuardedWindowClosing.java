package dev.longshore.worker.resilience;

import dev.longshore.worker.source.ClosingOutcome;
import dev.longshore.worker.source.Cut;
import dev.longshore.worker.source.WindowClosing;

/** Questions to the source about closed windows, behind the source's guard. */
final class GuardedWindowClosing implements WindowClosing {
    private final WindowClosing closing;
    private final CallGuard guard;

    GuardedWindowClosing(WindowClosing closing, CallGuard guard) {
        this.closing = closing;
        this.guard = guard;
    }

    @Override
    public Cut takeCut() {
        return guard.repeatable(closing::takeCut);
    }

    @Override
    public ClosingOutcome ask(Cut cut) {
        return guard.repeatable(() -> closing.ask(cut));
    }
}
