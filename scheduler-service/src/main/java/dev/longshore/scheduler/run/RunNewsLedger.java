package dev.longshore.scheduler.run;

import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.settings.JobId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what the workers say about runs. */
class RunNewsLedger {
    private static final Logger log = LoggerFactory.getLogger(RunNewsLedger.class);

    private final RunDao dao;
    private final DatabaseClock clock;
    private final FiringSignal signal;
    private final RunEnds ends;

    RunNewsLedger(RunDao dao, DatabaseClock clock, FiringSignal signal, RunEnds ends) {
        this.dao = dao;
        this.clock = clock;
        this.signal = signal;
        this.ends = ends;
    }

    /**
     * Takes note of how far the workers are. Order and repetition of the news make no difference.
     *
     * @param failureKind empty unless the run failed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(RunId id, RunState state, Instant at, Optional<String> failureKind) {
        var found = dao.find(id.value());
        if (found.isEmpty()) {
            return; // nobody issued it
        }
        var jobId = found.get().jobId();
        dao.lockJob(jobId);
        var run = dao.lock(id.value()).orElseThrow();
        if (!run.state().canBecome(state)) {
            return;
        }
        dao.markLastRunReached(jobId, id.value(), state, at);
        if (!state.isEnded()) {
            dao.markReached(id.value(), state, at);
            return;
        }
        dao.markEnded(id.value(), state, at, failureKind.orElse(null), clock.now());
        ends.ended(new EndedRun(id, new JobId(jobId), state, failureKind));
        log.info("Run ended: job={} run={} state={}", jobId, id, state);
        signal.mayBeDue();
    }
}
