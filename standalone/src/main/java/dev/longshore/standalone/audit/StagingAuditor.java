package dev.longshore.standalone.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds staging areas that nobody works in any more and nobody has cleared. */
final class StagingAuditor {
    /** Workers clear the area of an ended run at once, and what a crash leaves within hours. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final String STAGING = ".staging";

    private StagingAuditor() {}

    static List<String> audit(Path store, HistoryAuditDao history, Instant now) throws IOException, SQLException {
        List<String> breaches = new ArrayList<>();
        for (Path area : entries(store.resolve(STAGING))) {
            Instant touched = lastTouched(area);
            if (touched.plus(LONGEST).isBefore(now) && !isAtWork(area, history)) {
                breaches.add("staging of run %s was last touched at %s, and the run is not at work"
                        .formatted(area.getFileName(), touched));
            }
        }
        return breaches;
    }

    private static boolean isAtWork(Path area, HistoryAuditDao history) throws SQLException {
        UUID run;
        try {
            run = UUID.fromString(area.getFileName().toString());
        } catch (IllegalArgumentException e) {
            return false;
        }
        return history.isEnded(run).map(ended -> !ended).orElse(false);
    }

    private static Instant lastTouched(Path area) throws IOException {
        Instant latest = modified(area);
        for (Path entry : entries(area)) {
            Instant touched = modified(entry);
            latest = touched.isAfter(latest) ? touched : latest;
        }
        return latest;
    }

    /** What is removed while it is looked at was touched just now. */
    private static Instant modified(Path path) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX.minus(LONGEST);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
