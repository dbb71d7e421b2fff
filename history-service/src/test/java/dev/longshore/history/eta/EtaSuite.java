package dev.longshore.history.eta;

import static dev.longshore.history.eta.SimulatedRun.START;

import dev.longshore.history.eta.EstimateDao.Estimate;
import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Simulates jobs, their earlier runs and then one run of each that is judged. An estimate sees nothing but earlier runs:
 * the past of its job, and the scores of runs that had ended.
 */
final class EtaSuite {
    private static final double BASELINE_EWMA_SECONDS = 15;

    /** Scores of the runs so far, by stage. */
    private final Map<Integer, List<Double>> ofAll = new LinkedHashMap<>();

    private final List<Judged> judged = new ArrayList<>();

    /** Errors of the estimator and of three simple ones on one run. */
    record Judged(
            Scenario scenario, EtaQuality quality, double average, double ewma, double meanOfPast, boolean firstRuns) {}

    List<Judged> judged() {
        return judged;
    }

    /**
     * The runs of a job, the earliest first.
     *
     * @param judged whether the last of them is judged
     */
    record Story(Scenario scenario, List<SimulatedRun.Trace> runs, boolean judged) {}

    /** @param seed everything follows from it */
    static List<Story> stories(long seed, int jobsPerScenario) {
        List<Story> stories = new ArrayList<>();
        Random random = new Random(seed);
        // What the installation has seen before, so that the jobs of the suite begin with scores of others.
        for (int i = 0; i < 20; i++) {
            stories.add(story(anyScenario(random), random, 6, false));
        }
        for (int i = 0; i < jobsPerScenario; i++) {
            for (Scenario scenario : Scenario.values()) {
                int past = i % 5 == 0 ? random.nextInt(3) : 5 + random.nextInt(16);
                stories.add(story(scenario, random, past, true));
            }
        }
        return stories;
    }

    static EtaSuite play(List<Story> stories) {
        EtaSuite suite = new EtaSuite();
        stories.forEach(suite::play);
        return suite;
    }

    private static Scenario anyScenario(Random random) {
        List<Scenario> all = List.of(Scenario.values());
        return all.get(random.nextInt(all.size()));
    }

    private static Story story(Scenario scenario, Random random, int earlierRuns, boolean judged) {
        SimulatedJob job = SimulatedJob.of(scenario, random);
        List<SimulatedRun.Trace> runs = new ArrayList<>();
        for (int i = 0; i <= earlierRuns; i++) {
            Scenario happens = scenario;
            if (!scenario.isTraitOfTheJob() && i < earlierRuns) {
                Scenario any = anyScenario(random);
                happens = any.isTraitOfTheJob() ? Scenario.STEADY : any;
            }
            runs.add(SimulatedRun.of(job, happens, random));
        }
        return new Story(scenario, List.copyOf(runs), judged);
    }

    private void play(Story story) {
        List<PastRun> past = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        Map<Integer, List<Double>> ofJob = new LinkedHashMap<>();
        for (int i = 0; i < story.runs().size(); i++) {
            SimulatedRun.Trace trace = story.runs().get(i);
            List<Estimate> estimates = new ArrayList<>();
            JobPast known = new JobPast(past.subList(0, Math.min(20, past.size())));
            boolean isJudged = story.judged() && i == story.runs().size() - 1;
            Sample sample = estimate(trace, known, isJudged ? ofJob : null, estimates);
            Instant endedAt = EtaEstimator.after(START, trace.seconds());
            if (isJudged) {
                EtaQuality quality =
                        QualityPolicy.judge(estimates, START, endedAt).orElseThrow();
                judged.add(new Judged(
                        story.scenario(),
                        quality,
                        average(trace, past),
                        ewma(trace, past),
                        meanOfPast(trace, seconds),
                        i < 3));
            }
            for (QualityPolicy.Score score : QualityPolicy.scores(estimates, START, endedAt)) {
                ofJob.computeIfAbsent(score.stage(), stage -> new ArrayList<>()).add(score.value());
                ofAll.computeIfAbsent(score.stage(), stage -> new ArrayList<>()).add(score.value());
            }
            past.add(0, asPast(trace, sample));
            seconds.add(trace.seconds());
        }
    }

    private static PastRun asPast(SimulatedRun.Trace trace, Sample sample) {
        PastRun run = trace.asPast();
        return new PastRun(
                run.keys(),
                run.expectedRows(),
                run.expectedBytes(),
                run.rows(),
                run.bytes(),
                run.files(),
                run.exportSeconds(),
                run.assemblySeconds(),
                sample.speed().slots() > 0 ? sample.speed().slots() : null,
                sample.tenths());
    }

    /** @param ofJob scores of the job; null for a run that is not judged, whose intervals nobody looks at */
    private Sample estimate(
            SimulatedRun.Trace trace,
            JobPast past,
            @Nullable Map<Integer, List<Double>> ofJob,
            List<Estimate> estimates) {
        @Nullable Sample sample = null;
        for (SimulatedRun.Observed observed : trace.observed()) {
            Instant now = EtaEstimator.after(START, observed.seconds());
            sample = EtaEstimator.next(now, observed.work(), START, past, sample);
            Instant endsAt = sample.endsAt();
            if (endsAt == null) {
                estimates.add(new Estimate(now, now, null, null, null));
                continue;
            }
            if (ofJob == null) {
                estimates.add(new Estimate(now, now, endsAt, endsAt, endsAt));
                continue;
            }
            int stage = IntervalPolicy.stage(observed.seconds(), EtaEstimator.seconds(now, endsAt));
            Eta.Expected expected = IntervalPolicy.interval(
                    now,
                    observed.seconds(),
                    endsAt,
                    latest(ofJob, stage, IntervalPolicy.SCORES_OF_JOB),
                    latest(ofAll, stage, IntervalPolicy.SCORES_OF_ALL));
            estimates.add(new Estimate(now, now, expected.at(), expected.earliest(), expected.latest()));
        }
        return Objects.requireNonNull(sample);
    }

    private static List<Double> latest(Map<Integer, List<Double>> scores, int stage, int most) {
        List<Double> all = scores.getOrDefault(stage, List.of());
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** Time so far by the bar so far. The bar is told what share of a run assembly took in the past. */
    private static double average(SimulatedRun.Trace trace, List<PastRun> past) {
        double error = 0;
        int count = 0;
        for (SimulatedRun.Observed observed : trace.observed()) {
            double bar = told(observed.bar(), past);
            if (bar > 0) {
                error += Math.abs(observed.seconds() * (1 - bar) / bar - (trace.seconds() - observed.seconds()));
                count++;
            }
        }
        return error / count / trace.seconds();
    }

    private static double ewma(SimulatedRun.Trace trace, List<PastRun> past) {
        double error = 0;
        int count = 0;
        double rate = 0;
        double bar = 0;
        double at = 0;
        for (SimulatedRun.Observed observed : trace.observed()) {
            double next = told(observed.bar(), past);
            double latest = Math.max(0, next - bar) / (observed.seconds() - at);
            double weight = rate == 0 ? 1 : 1 - Math.exp(-(observed.seconds() - at) / BASELINE_EWMA_SECONDS);
            rate += weight * (latest - rate);
            bar = next;
            at = observed.seconds();
            if (rate > 0) {
                error += Math.abs((1 - bar) / rate - (trace.seconds() - observed.seconds()));
                count++;
            }
        }
        return error / count / trace.seconds();
    }

    /** How long the runs before took, on average; 60 s for the first. */
    private static double meanOfPast(SimulatedRun.Trace trace, List<Double> past) {
        double mean = past.stream().mapToDouble(Double::doubleValue).average().orElse(60);
        return trace.observed().stream()
                        .mapToDouble(observed -> Math.abs(
                                Math.max(0, mean - observed.seconds()) - (trace.seconds() - observed.seconds())))
                        .average()
                        .orElseThrow()
                / trace.seconds();
    }

    /** The bar with the shares of export and assembly that the job's past runs had. */
    private static double told(double bar, List<PastRun> past) {
        double share = past.stream()
                .mapToDouble(run -> run.exportSeconds() / (run.exportSeconds() + run.assemblySeconds()))
                .average()
                .orElse(0.9);
        return bar <= 0.9 ? bar / 0.9 * share : share + (bar - 0.9) / 0.1 * (1 - share);
    }

    /** One line for each scenario and one for all. */
    String table() {
        StringBuilder table = new StringBuilder("| scenario | runs | NE mean | NE p90 | coverage | jumps, mean (most) "
                + "| global average | EWMA | mean of past |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Scenario scenario : Scenario.values()) {
            line(
                    table,
                    scenario.title,
                    judged.stream().filter(run -> run.scenario() == scenario).toList());
        }
        line(
                table,
                "first runs of a job",
                judged.stream().filter(Judged::firstRuns).toList());
        line(table, "**all**", judged);
        return table.toString();
    }

    private static void line(StringBuilder table, String title, List<Judged> runs) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.0f %% | %.2f (%d) | %.3f | %.3f | %.3f |%n",
                title,
                runs.size(),
                mean(runs.stream().mapToDouble(run -> run.quality().normalisedError())),
                percentile90(runs),
                100 * mean(runs.stream().mapToDouble(run -> run.quality().coverage())),
                mean(runs.stream().mapToDouble(run -> run.quality().jumps())),
                runs.stream().mapToInt(run -> run.quality().jumps()).max().orElse(0),
                mean(runs.stream().mapToDouble(Judged::average)),
                mean(runs.stream().mapToDouble(Judged::ewma)),
                mean(runs.stream().mapToDouble(Judged::meanOfPast))));
    }

    static double mean(DoubleStream figures) {
        return figures.average().orElse(Double.NaN);
    }

    static double percentile90(List<Judged> runs) {
        List<Double> errors = new ArrayList<>(
                runs.stream().map(run -> run.quality().normalisedError()).toList());
        Collections.sort(errors);
        return errors.isEmpty() ? Double.NaN : errors.get((errors.size() * 9 + 9) / 10 - 1);
    }
}
