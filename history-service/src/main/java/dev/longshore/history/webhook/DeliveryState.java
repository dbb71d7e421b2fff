package dev.longshore.history.webhook;

/** How far a delivery is. */
enum DeliveryState {
    /** Waits for its next attempt, or one is under way. */
    PENDING,
    /** The endpoint answered with success. */
    DELIVERED,
    /** No attempt succeeded, and no more will be made unless asked for. */
    FAILED,
    /** The webhook was disabled before. */
    CANCELLED
}
