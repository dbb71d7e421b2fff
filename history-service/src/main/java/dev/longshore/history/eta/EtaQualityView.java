package dev.longshore.history.eta;

import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How good the estimates of the latest completed runs were; all figures are null while no run has been judged.
 *
 * @param jobId job; null for all jobs
 * @param runs completed runs that this rests on
 * @param normalisedError mean over the runs of the mean |predicted - true time left|, by the run's length
 * @param normalisedErrorP90 9 of 10 runs had no larger error
 * @param coverage share of the time in which the interval held the true end; 0.8 is what it promises
 * @param jumpsPerRun how often the predicted end moved by more than a tenth of the run's length at once
 * @param meanAgeSeconds mean age of the news behind the estimates
 * @param largestAgeSeconds largest age of them
 * @param inWords the same in a sentence
 */
record EtaQualityView(
        @Nullable UUID jobId,
        int runs,
        @Nullable Double normalisedError,
        @Nullable Double normalisedErrorP90,
        @Nullable Double coverage,
        @Nullable Double jumpsPerRun,
        @Nullable Double meanAgeSeconds,
        @Nullable Double largestAgeSeconds,
        String inWords) {

    static EtaQualityView of(@Nullable UUID jobId, List<EtaQuality> runs) {
        if (runs.isEmpty()) {
            return new EtaQualityView(jobId, 0, null, null, null, null, null, null, "No estimate has been judged yet");
        }
        double error = mean(runs, EtaQuality::normalisedError);
        double[] errors =
                runs.stream().mapToDouble(EtaQuality::normalisedError).sorted().toArray();
        String which = runs.size() == 1 ? "The last estimate was" : "The last %d estimates were".formatted(runs.size());
        return new EtaQualityView(
                jobId,
                runs.size(),
                error,
                errors[(errors.length * 9 + 9) / 10 - 1],
                mean(runs, EtaQuality::coverage),
                mean(runs, EtaQuality::jumps),
                mean(runs, EtaQuality::meanAge),
                runs.stream().mapToDouble(EtaQuality::largestAge).max().orElse(0),
                "%s off by %d %%".formatted(which, Math.round(error * 100)));
    }

    private static double mean(List<EtaQuality> runs, ToDoubleFunction<EtaQuality> figure) {
        return runs.stream().mapToDouble(figure).average().orElse(0);
    }
}
