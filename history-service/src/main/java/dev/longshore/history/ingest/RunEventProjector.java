package dev.longshore.history.ingest;

import dev.longshore.events.RunEvent;
import dev.longshore.history.eta.EstimateService;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies facts of runs to the read model, to its shadow while there is one, and to what follows from them. */
@Component
class RunEventProjector {
    private final RunFactsProjector facts;
    private final ShadowMirror shadow;
    private final EstimateService estimates;
    private final ApplicationEventPublisher changes;

    RunEventProjector(
            RunFactsProjector facts,
            ShadowMirror shadow,
            EstimateService estimates,
            ApplicationEventPublisher changes) {
        this.facts = facts;
        this.shadow = shadow;
        this.estimates = estimates;
        this.changes = changes;
    }

    @Transactional
    public void apply(RunEvent event) {
        UUID runId = UUID.fromString(event.getRunId());
        facts.apply(List.of(event));
        shadow.mirror(() -> facts.apply(List.of(event)));
        estimates.refresh(runId);
        changes.publishEvent(new RunChanged(runId));
    }
}
