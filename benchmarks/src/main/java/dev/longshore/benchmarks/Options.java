package dev.longshore.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a benchmark was asked for.
 *
 * @param rows interactions of the sample; at least
 * @param rounds how often everything is measured
 * @param home where the sample is kept, so that the next run need not make it again
 */
record Options(long rows, int rounds, Path home) {
    static Options parse(String[] arguments, long rows, int rounds) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || !arguments[i].matches("--(rows|rounds|home)")) {
                throw new IllegalArgumentException(
                        "options are --rows N, --rounds N and --home DIR, not " + arguments[i]);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        return new Options(
                Long.parseLong(given.getOrDefault("--rows", Long.toString(rows))),
                Integer.parseInt(given.getOrDefault("--rounds", Integer.toString(rounds))),
                Path.of(given.getOrDefault("--home", "target/benchmark")).toAbsolutePath());
    }
}
