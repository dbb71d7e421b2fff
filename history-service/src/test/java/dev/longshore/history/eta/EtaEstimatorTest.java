package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the estimator makes of single situations; {@link EtaScenarioTest} has whole runs. */
class EtaEstimatorTest {
    private static final double LEASE_SECONDS = 30;

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final long KEYS_PER_CHUNK = 1_000;
    private static final int CHUNKS = 100;
    private static final long KEYS = CHUNKS * KEYS_PER_CHUNK;
    private static final PastRun USUAL = past(100, 10, null, List.of());

    @Test
    void without_keys_and_without_a_past_the_end_is_unknown() {
        assertThat(next(1, 0, List.of(open(0)), JobPast.NONE, null).endsAt()).isNull();
    }

    @Test
    void a_known_job_has_an_estimate_before_its_first_chunk_is_done() {
        Sample sample = next(1, 0, List.of(open(0), open(0)), new JobPast(List.of(USUAL)), null);
        assertThat(left(sample)).isCloseTo(110, within(6.0));
    }

    @Test
    void keys_of_a_lost_attempt_make_no_negative_speed() {
        Sample before = next(10, 5, List.of(open(900)), JobPast.NONE, null);
        Sample after = next(11, 5, List.of(open(0)), JobPast.NONE, before);
        assertThat(after.speed().keys()).isEqualTo(before.speed().keys());
        assertThat(after.endsAt()).isNotNull();
    }

    @Test
    void rows_that_the_plan_misjudged_are_corrected_by_what_the_plans_of_the_job_were_wrong_by() {
        // The plan expects a row for each key and half of that comes: 500 rows are a whole chunk.
        PastRun past = past(100, 0, null, List.of());
        Sample corrected = next(10, 0, List.of(open(250)), new JobPast(List.of(past)), null);
        Sample trusting = next(10, 0, List.of(open(250)), JobPast.NONE, null);
        assertThat(corrected.speed().keysHeld()).isCloseTo(500, within(1.0));
        assertThat(trusting.speed().keysHeld()).isCloseTo(250, within(1.0));
    }

    @Test
    void a_silent_attempt_is_taken_for_lost_and_its_chunk_waits_for_the_lease() {
        OpenChunk silent = new OpenChunk(500, 6, LEASE_SECONDS);
        Sample sample = next(60, CHUNKS - 1, List.of(silent), JobPast.NONE, null);
        assertThat(left(sample)).isGreaterThan(LEASE_SECONDS - 6);
        Sample longer = next(60, CHUNKS - 1, List.of(new OpenChunk(500, 6, 4 * LEASE_SECONDS)), JobPast.NONE, null);
        assertThat(left(longer)).as("the lease as it is configured").isGreaterThan(4 * LEASE_SECONDS - 6);
        Sample heard = next(60, CHUNKS - 1, List.of(new OpenChunk(500, 1, LEASE_SECONDS)), JobPast.NONE, null);
        assertThat(left(heard)).isLessThan(10);
    }

    @Test
    void the_end_is_unknown_as_long_as_nothing_shows_the_speed() {
        Sample silent = next(60, 0, List.of(new OpenChunk(500, 6, LEASE_SECONDS)), JobPast.NONE, null);
        assertThat(silent.endsAt()).isNull();
        assertThat(silent.speed().keys()).isZero();
        Sample young = next(4, 5, List.of(open(0)), JobPast.NONE, null);
        assertThat(young.endsAt()).isNull();
        Sample measured = next(6, 8, List.of(open(0)), JobPast.NONE, young);
        assertThat(measured.endsAt()).isNotNull();
    }

    @Test
    void keys_of_slots_that_are_between_two_chunks_count() {
        Sample before = next(10, 5, List.of(open(0)), JobPast.NONE, null);
        Sample between = next(12, 7, List.of(), JobPast.NONE, before);
        assertThat(between.speed().keys()).isCloseTo(7.0 * KEYS_PER_CHUNK, within(0.01));
        Sample idle = next(20, 7, List.of(), JobPast.NONE, between);
        assertThat(idle.speed().slotSeconds()).isEqualTo(between.speed().slotSeconds());
    }

    @Test
    void the_last_chunks_are_list_scheduled_on_the_slots() {
        assertThat(ListScheduleEstimator.longest(List.of(400.0, 1_000.0), 1, 1_000, 2))
                .isEqualTo(1_400);
        assertThat(ListScheduleEstimator.longest(List.of(), 5, 1_000, 2)).isEqualTo(3_000);
        assertThat(ListScheduleEstimator.longest(List.of(), 1_000_001, 1_000, 4))
                .isEqualTo(250_001_000);
        assertThat(ListScheduleEstimator.longest(List.of(), 0, 0, 1)).isZero();
    }

    @Test
    void files_take_the_time_that_their_bytes_took_in_the_past_however_slow_the_export_was() {
        JobPast past = new JobPast(List.of(past(100, 20, null, List.of())));
        double slowExport = AssemblyEstimator.whole(KEYS * 50.0, OptionalDouble.of(1), 1, 10_000, past);
        assertThat(slowExport).isCloseTo(20, within(0.1));
        assertThat(AssemblyEstimator.whole(KEYS * 100.0, OptionalDouble.of(1), 1, 100, past))
                .isCloseTo(40, within(0.5));
        assertThat(AssemblyEstimator.left(new FilesWork(10, 1, 1, 0.25), 20)).isGreaterThan(20);
    }

    @Test
    void a_stretch_that_is_slow_in_every_run_is_expected() {
        // The first half of the keys takes a quarter of the time.
        List<Double> tenths = Stream.of(5, 10, 15, 20, 25, 40, 55, 70, 85, 100)
                .map(Integer::doubleValue)
                .toList();
        JobPast past = new JobPast(Collections.nCopies(20, past(100, 0.3, 1.0, tenths)));
        Sample sample = next(25, CHUNKS / 2, List.of(open(0)), past, null);
        assertThat(left(sample)).isCloseTo(75, within(8.0));
    }

    @Test
    void after_the_beginning_the_predicted_end_moves_step_by_step() {
        Sample before = next(50, 50, List.of(open(0)), JobPast.NONE, null);
        double promised = EtaEstimator.seconds(START, java.util.Objects.requireNonNull(before.endsAt()));
        Sample after = EtaEstimator.next(
                START.plusSeconds(51),
                work(50, List.of(new OpenChunk(0, 40, LEASE_SECONDS))),
                START,
                JobPast.NONE,
                before);
        double moved = EtaEstimator.seconds(START, java.util.Objects.requireNonNull(after.endsAt()));
        assertThat(Math.abs(moved - promised)).isLessThan(0.05 * promised);
    }

    @Test
    void before_the_start_a_job_with_a_past_has_an_expected_length() {
        JobPast past = new JobPast(List.of(USUAL));
        assertThat(WorkEstimator.seconds(null, JobPast.NONE)).isEmpty();
        assertThat(WorkEstimator.seconds(null, past)).hasValue(110);
        assertThat(WorkEstimator.seconds(work(0, List.of()), past).orElseThrow())
                .isCloseTo(110, within(2.0));
    }

    private static Sample next(
            int second, int chunksDone, List<OpenChunk> open, JobPast past, @Nullable Sample previous) {
        return EtaEstimator.next(START.plusSeconds(second), work(chunksDone, open), START, past, previous);
    }

    private static double left(Sample sample) {
        return EtaEstimator.seconds(sample.madeAt(), java.util.Objects.requireNonNull(sample.endsAt()));
    }

    private static Workload work(int chunksDone, List<OpenChunk> open) {
        long keys = chunksDone * KEYS_PER_CHUNK;
        return new Workload(KEYS, CHUNKS, KEYS, KEYS * 100, chunksDone, keys, keys, keys * 100, open, null);
    }

    private static OpenChunk open(long rows) {
        return new OpenChunk(rows, 0.5, LEASE_SECONDS);
    }

    /** A run of this size, half of whose expected rows and bytes came. */
    private static PastRun past(
            double exportSeconds, double assemblySeconds, @Nullable Double slots, List<Double> tenths) {
        return new PastRun(
                KEYS, KEYS, KEYS * 100, KEYS / 2, KEYS * 50, 1, exportSeconds, assemblySeconds, slots, tenths);
    }
}
