package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.inbox.Inbox;
import dev.longshore.platform.time.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every inbox must do. */
abstract class InboxContract {
    private static final int CALLERS = 8;

    abstract Inbox inbox();

    @Test
    void a_message_is_first_once() {
        UUID message = Ids.nameBased("once");
        assertThat(inbox().recordIfFirst("history", message)).isTrue();
        assertThat(inbox().recordIfFirst("history", message)).isFalse();
    }

    @Test
    void consumers_do_not_see_each_other() {
        UUID message = Ids.nameBased("both");
        assertThat(inbox().recordIfFirst("history", message)).isTrue();
        assertThat(inbox().recordIfFirst("scheduler", message)).isTrue();
    }

    @Test
    void of_many_who_record_at_the_same_time_one_is_first() throws Exception {
        UUID message = Ids.nameBased("raced");
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(callers.submit(() -> inbox().recordIfFirst("history", message)));
            }
            int first = 0;
            for (Future<Boolean> answer : answers) {
                first += answer.get() ? 1 : 0;
            }
            assertThat(first).isOne();
        } finally {
            callers.shutdownNow();
        }
    }
}
