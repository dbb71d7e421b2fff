package dev.longshore.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EarlySyncTest {
    private static final long STEP = 16L << 20;

    @Test
    @Timeout(120)
    void a_sync_that_fails_while_the_file_is_being_completed_is_reported() throws Exception {
        Thread completing = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean asked = new AtomicBoolean();
        AtomicBoolean answered = new AtomicBoolean();
        EarlySync sync = new EarlySync(
                () -> {
                    begun.countDown();
                    while (!asked.get() || (completing.getState() == Thread.State.RUNNABLE && !answered.get())) {
                        Thread.onSpinWait();
                    }
                    throw new IOException("write-back failed");
                },
                task -> new Thread(task, "early-sync").start());
        sync.wrote(STEP);
        begun.await();
        asked.set(true);
        try {
            assertThatThrownBy(sync::finish).isInstanceOf(IOException.class).hasMessage("write-back failed");
        } finally {
            answered.set(true);
        }
    }

    @Test
    void a_sync_that_failed_earlier_is_reported() {
        EarlySync sync = new EarlySync(
                () -> {
                    throw new IOException("write-back failed");
                },
                Runnable::run);
        sync.wrote(STEP);
        sync.wrote(2 * STEP);
        assertThatThrownBy(sync::finish).hasMessage("write-back failed");
    }

    @Test
    void a_sync_that_is_still_queued_when_the_file_is_completed_is_left_out() {
        AtomicInteger syncs = new AtomicInteger();
        List<Runnable> queue = new ArrayList<>();
        EarlySync sync = new EarlySync(syncs::incrementAndGet, queue::add);
        sync.wrote(STEP);
        assertThatCode(sync::finish).doesNotThrowAnyException();
        queue.forEach(Runnable::run);
        assertThat(syncs).hasValue(0);
    }

    @Test
    void a_file_is_synced_at_every_step_but_not_in_between() {
        AtomicInteger syncs = new AtomicInteger();
        EarlySync sync = new EarlySync(syncs::incrementAndGet, Runnable::run);
        sync.wrote(STEP - 1);
        assertThat(syncs).hasValue(0);
        sync.wrote(STEP);
        sync.wrote(STEP + 1);
        assertThat(syncs).hasValue(1);
        sync.wrote(2 * STEP);
        assertThat(syncs).hasValue(2);
    }
}
