package dev.longshore.testing;

import dev.longshore.platform.inbox.Inbox;

class InMemoryInboxTest extends InboxContract {
    private final Inbox inbox = new InMemoryInbox();

    @Override
    Inbox inbox() {
        return inbox;
    }
}
