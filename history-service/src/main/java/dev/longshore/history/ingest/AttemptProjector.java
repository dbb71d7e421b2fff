package dev.longshore.history.ingest;

import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.progress.RunTally;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Applies a fact of an attempt and carries the difference that it makes over to the run's tally. */
@Component
class AttemptProjector {
    private final AttemptFactDao attempts;
    private final RunFactDao runs;

    AttemptProjector(AttemptFactDao attempts, RunFactDao runs) {
        this.attempts = attempts;
        this.runs = runs;
    }

    /** @param fact writes the fact; the caller holds the run's row lock, so nobody else changes these attempts */
    void apply(AttemptKey key, Consumer<AttemptFactDao> fact) {
        RunTally before = tallyOf(key);
        attempts.insertUnlessKnown(key);
        fact.accept(attempts);
        RunTally difference = tallyOf(key).minus(before);
        if (!difference.equals(RunTally.NONE)) {
            runs.add(key.runId(), difference);
        }
    }

    private RunTally tallyOf(AttemptKey key) {
        return RunTally.of(key.taskKind(), attempts.findAttempts(key.runId(), key.taskKind(), key.number()));
    }
}
