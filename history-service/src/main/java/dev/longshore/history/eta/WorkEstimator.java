package dev.longshore.history.eta;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long a run takes once it can go on, before its first chunk is begun: from the job's past runs and, once it is known,
 * the plan. A pure function of its arguments.
 */
final class WorkEstimator {
    private WorkEstimator() {}

    /**
     * Seconds of export and assembly; empty for a job without a past.
     *
     * @param work the plan; null before it is known
     */
    static OptionalDouble seconds(@Nullable Workload work, JobPast past) {
        if (past.runs().isEmpty()) {
            return OptionalDouble.empty();
        }
        if (work == null) {
            return past.median(run -> run.exportSeconds() + run.assemblySeconds());
        }
        double slots = past.slots().orElse(1);
        OptionalDouble alone = past.keysPerSecondAlone(slots);
        if (alone.isEmpty() || alone.getAsDouble() <= 0) {
            return OptionalDouble.empty();
        }
        double export = work.keys() / alone.getAsDouble() / SpeedEstimator.capacity(slots);
        return OptionalDouble.of(export
                + AssemblyEstimator.whole(
                        EtaEstimator.bytes(work, past), OptionalDouble.empty(), Math.max(1, slots), export, past));
    }
}
