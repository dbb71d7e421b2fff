package dev.longshore.history.run;

import dev.longshore.history.eta.Eta;
import dev.longshore.history.eta.EtaPolicy;
import dev.longshore.history.progress.RunBar;
import dev.longshore.history.progress.RunPhase;
import dev.longshore.history.progress.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes of a run's row what users see at an instant. */
final class RunViewAssembler {
    private RunViewAssembler() {}

    /** @param newsLimit age of the latest news from which on an ETA is shown as unknown */
    static RunView view(RunRow run, Instant now, Duration newsLimit) {
        Eta eta = EtaPolicy.of(run.etaFacts(), now, newsLimit);
        return new RunView(
                run.runId(),
                run.jobId(),
                run.jobTitle(),
                run.source(),
                run.type(),
                run.trigger(),
                run.status(),
                RunPhase.of(run.phaseFacts()).orElse(null),
                run.fireTime(),
                new RunView.WindowView(run.windowFrom(), run.windowTo()),
                run.requestedAt() == null ? run.firstFactAt() : run.requestedAt(),
                run.requestedBy(),
                run.startedAt(),
                run.endedAt(),
                progress(run),
                interval(eta),
                reason(eta),
                work(run),
                run.closedThrough(),
                run.windowWarning(),
                run.files() == null ? run.laidOutFiles() : run.files(),
                run.fileName(),
                run.bytes(),
                failure(run),
                run.manifestSha256(),
                run.expiresAt());
    }

    private static RunView.@Nullable EtaView interval(Eta eta) {
        return eta instanceof Eta.Expected end ? new RunView.EtaView(end.at(), end.earliest(), end.latest()) : null;
    }

    private static @Nullable String reason(Eta eta) {
        return eta instanceof Eta.Unknown unknown ? unknown.because() : null;
    }

    private static RunView.@Nullable WorkView work(RunRow run) {
        Double seconds = run.workSeconds();
        Double least = run.workLeast();
        Double most = run.workMost();
        return run.status().isEnded() || run.exportingAt() != null || seconds == null || least == null || most == null
                ? null
                : new RunView.WorkView(seconds, least, most);
    }

    private static RunView.ProgressView progress(RunRow run) {
        return new RunView.ProgressView(
                RunBar.fraction(run.status(), run.extent(), run.tally()),
                run.rows() == null ? run.rowsHeld() : run.rows(),
                run.plainBytes() == null ? run.bytesHeld() : run.plainBytes(),
                run.chunksDone(),
                run.chunks(),
                run.asOf());
    }

    private static RunView.@Nullable FailureView failure(RunRow run) {
        if (run.status() == RunStatus.SKIPPED) {
            return new RunView.FailureView("SKIPPED", orElse(run.skippedBecause(), "Passed over by policy"), false);
        }
        if (run.status() == RunStatus.CANCELLED) {
            String by = "Cancelled by " + orElse(run.cancelledBy(), "a user");
            String because = run.cancelledBecause();
            return new RunView.FailureView("CANCELLED", because == null ? by : by + ": " + because, true);
        }
        if (run.status() != RunStatus.FAILED) {
            return null;
        }
        return new RunView.FailureView(
                orElse(run.failureKind(), "UNKNOWN"),
                orElse(run.failureMessage(), "The cause is not known"),
                Boolean.TRUE.equals(run.failureRetryable()));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
