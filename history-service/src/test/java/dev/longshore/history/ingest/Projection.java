package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunEvent;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** For tests of other features: projects messages as if their listener had received them, each in its transaction. */
@Component
public class Projection {
    private final RunEventProjector runEvents;
    private final ProgressProjector progress;

    Projection(RunEventProjector runEvents, ProgressProjector progress) {
        this.runEvents = runEvents;
        this.progress = progress;
    }

    public void project(Iterable<? extends SpecificRecord> messages) {
        for (SpecificRecord message : messages) {
            if (message instanceof RunEvent event) {
                runEvents.apply(event);
            } else {
                progress.apply((ProgressReported) message);
            }
        }
    }
}
