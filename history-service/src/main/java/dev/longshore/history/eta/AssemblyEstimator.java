package dev.longshore.history.eta;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How long the files take once all chunks are exported: laying them out, copying the chunks into them (one slot a file)
 * and publishing. In proportion to the bytes that the busiest slot copies, by the job's past runs, so a source that is
 * slow tonight does not make the files slow.
 */
final class AssemblyEstimator {
    /** Assembly's time as a share of the export's, where the job has no past: measured without compression. */
    static final double SHARE_OF_EXPORT = 0.10;

    /** Seconds that even the smallest run takes to lay out, verify and publish. */
    static final double LEAST_SECONDS = 0.3;

    private static final double TRUST = 0.05;

    private AssemblyEstimator() {}

    /**
     * Seconds that the whole assembly takes.
     *
     * @param bytes bytes in all files
     * @param files number of files; empty when not known yet
     * @param slots slots at work
     * @param exportSeconds length of the whole export
     */
    static double whole(double bytes, OptionalDouble files, double slots, double exportSeconds, JobPast past) {
        OptionalDouble perByte = past.median(run -> run.bytes() <= 0
                ? Double.NaN
                : Math.max(0, run.assemblySeconds() - LEAST_SECONDS)
                        / busiest((double) run.bytes(), run.files(), JobPast.slotsOf(run, slots)));
        if (perByte.isEmpty()) {
            return LEAST_SECONDS + SHARE_OF_EXPORT * exportSeconds;
        }
        double most =
                files.isPresent() ? busiest(bytes, files.getAsDouble(), slots) : likelyBusiest(bytes, slots, past);
        return LEAST_SECONDS + perByte.getAsDouble() * most;
    }

    /** Seconds that are left, given how long the whole usually takes. */
    static double left(FilesWork work, double usual) {
        double share = Math.min(1, work.share());
        if (share <= 0) {
            return Math.max(usual - work.seconds(), 0.1 * usual);
        }
        double shown = work.seconds() / share;
        double trust = share / (share + TRUST);
        double whole = trust * shown + (1 - trust) * Math.max(usual, work.seconds());
        return Math.max(whole - work.seconds(), Math.min(LEAST_SECONDS, usual));
    }

    /** One file more can mean one more round; as long as their number is not certain, the mean of what is likely. */
    private static double likelyBusiest(double bytes, double slots, JobPast past) {
        double perFile = Math.max(1, past.bytesPerFile().orElse(bytes));
        return DoubleStream.of(0.9, 0.95, 1, 1.05, 1.1)
                .map(part -> busiest(bytes, Math.ceil(part * bytes / perFile), slots))
                .average()
                .orElse(bytes);
    }

    /** Bytes that the busiest slot copies when equal files are shared out. */
    private static double busiest(double bytes, double files, double slots) {
        double number = Math.max(1, files);
        return bytes / number * Math.ceil(number / Math.max(1, Math.round(slots)));
    }
}
