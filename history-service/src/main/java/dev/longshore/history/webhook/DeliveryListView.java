package dev.longshore.history.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries.
 *
 * @param items last queued first
 * @param nextCursor where the next page begins; null on the last page
 */
record DeliveryListView(List<DeliveryView> items, @Nullable String nextCursor) {}
