package dev.longshore.standalone.audit;

import java.util.List;
import java.util.Locale;

/**
 * What an audit found.
 *
 * @param runs completed runs that were looked at
 * @param files files and manifests that were read to their last byte
 * @param bytes that were read
 * @param breaches each in one line; empty when everything holds
 */
public record AuditReport(long runs, long files, long bytes, List<String> breaches) {
    private static final int STEP = 1_000;
    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB");

    public AuditReport {
        breaches = List.copyOf(breaches);
    }

    /** Whether nothing was found. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    /** The proof, or how much is broken, in one line. */
    public String summary() {
        String looked = "%s, %s, %s".formatted(count(runs, "run"), count(files, "file"), size(bytes));
        if (holds()) {
            return looked + ": all hold";
        }
        return "%s: %d %s".formatted(looked, breaches.size(), breaches.size() == 1 ? "breach" : "breaches");
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, what);
    }

    private static String size(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= STEP && unit < UNITS.size() - 1) {
            value /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
    }
}
