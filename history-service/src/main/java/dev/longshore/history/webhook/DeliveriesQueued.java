package dev.longshore.history.webhook;

/** Published inside this process, within the transaction that queued deliveries. */
record DeliveriesQueued(int count) {}
