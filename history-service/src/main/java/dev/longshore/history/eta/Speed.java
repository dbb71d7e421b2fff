package dev.longshore.history.eta;

/**
 * How quickly a run has been exported so far; what the next observation needs of those before.
 *
 * @param keysHeld keys held at the latest observation
 * @param slots chunks that are exported at once, smoothed: between two chunks a slot is still one
 * @param keys keys exported while observed; those of lost attempts are not taken out, they show the speed all the same
 * @param slotSeconds seconds that slots worked on them, added up over the slots
 * @param seconds length of the observation
 * @param recentKeys as {@code keys}, but the past fades
 * @param recentSlotSeconds as {@code slotSeconds}, but the past fades
 */
record Speed(
        double keysHeld,
        double slots,
        double keys,
        double slotSeconds,
        double seconds,
        double recentKeys,
        double recentSlotSeconds) {
    static final Speed NONE = new Speed(0, 0, 0, 0, 0, 0, 0);
}
