package dev.longshore.history.replay;

import dev.longshore.events.Topics;
import dev.longshore.history.outcome.ExportEventCodec;
import dev.longshore.history.outcome.ExportEventRow;
import dev.longshore.platform.outbox.EncodedMessage;
import dev.longshore.platform.outbox.EncodedOutbox;

/** Sends an event to the topic as it was sent the first time: same key, headers and bytes. */
final class ReplayPublisher {
    private final EncodedOutbox outbox;
    private final ExportEventCodec codec;

    ReplayPublisher(EncodedOutbox outbox, ExportEventCodec codec) {
        this.outbox = outbox;
        this.codec = codec;
    }

    void publish(ExportEventRow event) {
        outbox.appendEncoded(new EncodedMessage(
                event.eventId(), Topics.EXPORT_COMPLETED, event.messageKey(), event.payload(), codec.headersOf(event)));
    }
}
