package dev.longshore.console.relay;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which call of API.md. What no service offers is nobody's: it is not guessed. */
final class Routes {
    static final String EVENT_STREAM = "/api/v1/runs/stream";

    private static final Pattern RUN_ORDER = Pattern.compile("/api/v1/runs/[^/]+/(cancel|retry|settings)");

    private final Upstream scheduler;
    private final Upstream history;

    Routes(Upstream scheduler, Upstream history) {
        this.scheduler = scheduler;
        this.history = history;
    }

    /** @param path still encoded, without the query */
    Optional<Upstream> upstreamFor(String path) {
        if (isAtOrBelow(path, "/api/v1/jobs")
                || path.equals("/api/v1/catalog")
                || RUN_ORDER.matcher(path).matches()) {
            return Optional.of(scheduler);
        }
        if (isAtOrBelow(path, "/api/v1/runs")
                || isAtOrBelow(path, "/api/v1/artifacts")
                || isAtOrBelow(path, "/api/v1/webhooks")
                || isAtOrBelow(path, "/api/v1/replays")
                || path.equals("/api/v1/audit")
                || path.equals("/api/v1/audit.csv")
                || path.equals("/api/v1/admin/rebuild")) {
            return Optional.of(history);
        }
        return Optional.empty();
    }

    private static boolean isAtOrBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
