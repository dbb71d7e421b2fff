package dev.longshore.history.outcome;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the events of the public contract. The event and what it sets off commit together and before the offset: after
 * a crash the message comes again, and its identity makes the second time harmless, as it does for a replayed event.
 */
class ExportEventLedger {
    private static final Logger log = LoggerFactory.getLogger(ExportEventLedger.class);

    private final ExportEventDao events;
    private final ApplicationEventPublisher publisher;

    ExportEventLedger(ExportEventDao events, ApplicationEventPublisher publisher) {
        this.events = events;
        this.publisher = publisher;
    }

    /** Within the transaction of the message. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ExportEventRow event) {
        if (events.insertIfFirst(event)) {
            publisher.publishEvent(new ExportEventStored(event.eventId(), event.eventType(), event.jobId()));
            log.debug(
                    "Event kept: event={} type={} job={} sequence={}",
                    event.eventId(),
                    event.eventType(),
                    event.jobId(),
                    event.sequence());
        }
    }
}
