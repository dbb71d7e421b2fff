package dev.longshore.standalone;

import dev.longshore.standalone.sample.Size;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What {@code ./longshore up} was asked for.
 *
 * @param workers exports that run at once in this process
 * @param home absolute folder of everything that is kept
 * @param port of the console; empty: as at the home's last start, 8080 at its first
 * @param sampleRows interactions of a first start's sample
 * @param source the database to export from in place of the sample
 */
record UpOptions(int workers, Path home, OptionalInt port, long sampleRows, Optional<SourceDatabase> source) {

    static final int DEFAULT_WORKERS = 2;
    static final long MOST_SAMPLE_ROWS = 100_000_000;

    private static final int MOST_WORKERS = 64;
    private static final int LEAST_PORT = 1024;
    private static final Set<String> KNOWN =
            new LinkedHashSet<>(List.of("--workers", "--home", "--port", "--sample-rows", "--source"));

    static UpOptions parse(List<String> arguments, Map<String, String> environment, Path userHome) {
        var given = new Arguments(arguments, KNOWN);
        return new UpOptions(
                workers(given),
                home(given, userHome),
                given.number("--port", LEAST_PORT, Ports.GREATEST_CONSOLE_PORT)
                        .map(port -> OptionalInt.of(port.intValue()))
                        .orElseGet(OptionalInt::empty),
                given.number("--sample-rows", 1, MOST_SAMPLE_ROWS).orElse(Size.STANDARD.interactions()),
                given.text("--source").map(url -> SourceDatabase.fromEnvironment(url, environment)));
    }

    static int workers(Arguments given) {
        return given.number("--workers", 1, MOST_WORKERS).map(Long::intValue).orElse(DEFAULT_WORKERS);
    }

    static Path home(Arguments given, Path userHome) {
        return given.text("--home")
                .map(Path::of)
                .orElse(userHome.resolve(".longshore"))
                .toAbsolutePath()
                .normalize();
    }
}
