package dev.longshore.history.progress;

import org.jspecify.annotations.Nullable;

/**
 * The progress bar of a run. Keys are the measure while exporting, since they are known exactly after planning; making
 * the files and publishing have fixed shares at the end. Built of amounts that can only grow, the bar never falls, and
 * it is full only when the run has completed.
 */
public final class RunBar {
    /** Share of the bar that exporting fills; copying the chunks into files takes about a tenth of the time. */
    public static final double EXPORT_SHARE = 0.90;

    /** Share that making the files fills; what is left belongs to publishing. */
    public static final double ASSEMBLY_SHARE = 0.09;

    private RunBar() {}

    /** How full the bar is, 0 to 1. */
    public static double fraction(RunStatus status, Extent extent, RunTally tally) {
        if (status == RunStatus.COMPLETED) {
            return 1;
        }
        return EXPORT_SHARE * exported(extent, tally) + ASSEMBLY_SHARE * assembled(extent, tally);
    }

    /** Share of the export that is done, 0 to 1; 1 as soon as the files are laid out, which needs all chunks. */
    public static double exported(Extent extent, RunTally tally) {
        if (extent.files() != null) {
            return 1;
        }
        return extent.keys() == null ? 0 : share(tally.keysSeen(), extent.keys());
    }

    /** Share of the files' rows or bytes that is copied, 0 to 1. */
    public static double assembled(Extent extent, RunTally tally) {
        if (extent.files() == null) {
            return 0;
        }
        double files = share(tally.filesDone(), extent.files());
        return Math.max(
                files,
                Math.max(share(tally.assembledRows(), extent.rows()), share(tally.assembledBytes(), extent.bytes())));
    }

    private static double share(long done, @Nullable Number all) {
        if (all == null) {
            return 0;
        }
        return all.longValue() == 0 ? 1 : Math.min(1.0, (double) done / all.longValue());
    }
}
