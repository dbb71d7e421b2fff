package dev.longshore.history.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of webhooks.
 *
 * @param nextCursor where the next page begins; null on the last page
 */
record WebhookListView(List<WebhookView> items, @Nullable String nextCursor) {}
