package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.history.eta.EstimateService;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies progress to the read model, to its shadow while there is one, and to the estimates. */
@Component
class ProgressProjector {
    private final ProgressFactsProjector facts;
    private final ShadowMirror shadow;
    private final EstimateService estimates;
    private final ApplicationEventPublisher changes;

    ProgressProjector(
            ProgressFactsProjector facts,
            ShadowMirror shadow,
            EstimateService estimates,
            ApplicationEventPublisher changes) {
        this.facts = facts;
        this.shadow = shadow;
        this.estimates = estimates;
        this.changes = changes;
    }

    @Transactional
    public void apply(ProgressReported report) {
        UUID runId = UUID.fromString(report.getRunId());
        facts.apply(List.of(report));
        shadow.mirror(() -> facts.apply(List.of(report)));
        estimates.refresh(runId);
        changes.publishEvent(new RunChanged(runId));
    }
}
