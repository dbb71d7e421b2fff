package dev.longshore.history.webhook;

import java.net.URI;
import java.util.Map;

/** The way to an endpoint. */
interface WebhookSender {
    /**
     * Sends one POST and waits for the status of the answer, no longer than the time-out; the answer's body is not used.
     * Never throws for what the endpoint, the network or the policy does: that is in the answer.
     *
     * @param body JSON
     */
    Answer send(URI url, Map<String, String> headers, String body);
}
