package dev.longshore.testing;

import dev.longshore.platform.inbox.Inbox;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An inbox that forgets with the test. It knows no transaction: what is rolled back stays recorded. Thread-safe. */
public final class InMemoryInbox implements Inbox {
    private record Applied(String consumer, UUID eventId) {}

    private final Set<Applied> applied = ConcurrentHashMap.newKeySet();

    @Override
    public boolean recordIfFirst(String consumer, UUID eventId) {
        return applied.add(new Applied(consumer, eventId));
    }
}
