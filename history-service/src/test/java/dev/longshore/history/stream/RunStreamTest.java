package dev.longshore.history.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a reader, however slow it is. */
class RunStreamTest {
    private static final int VIEWS = 20_000;
    private static final List<UUID> RUNS =
            List.of(Ids.nameBased("run", "1"), Ids.nameBased("run", "2"), Ids.nameBased("run", "3"));

    private final ExecutorService senders = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        senders.shutdownNow();
    }

    @Test
    void a_slow_reader_costs_one_view_of_each_run_and_then_gets_the_latest() throws InterruptedException {
        Reader reader = new Reader();
        RunStream stream = new RunStream(null, AllowedSources.ALL, reader, senders, () -> {});
        stream.offer(Map.of(RUNS.get(0), "first"), 1L);
        assertThat(reader.reached.await(10, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < VIEWS; i++) {
            stream.offer(Map.of(RUNS.get(i % 3), "view " + i), 2L + i);
        }
        assertThat(stream.waiting()).isEqualTo(3);
        reader.goOn.countDown();
        assertThat(reader.complete.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(reader.received)
                .containsExactlyInAnyOrder(
                        "first", "view " + (VIEWS - 3), "view " + (VIEWS - 2), "view " + (VIEWS - 1));
    }

    @Test
    void resuming_at_the_last_id_misses_nothing_wherever_the_connection_broke() {
        Random random = new Random(71);
        for (int round = 0; round < 2_000; round++) {
            // Changes in the order of their positions; the reader breaks off at a random event.
            Map<UUID, Long> changedAt = new LinkedHashMap<>();
            Reader reader = new Reader();
            reader.goOn.countDown();
            reader.breaksAfter = random.nextInt(12);
            RunStream stream = new RunStream(null, AllowedSources.ALL, reader, Runnable::run, () -> {});
            for (long position = 1; position <= 10; position++) {
                UUID run = RUNS.get(random.nextInt(3));
                changedAt.put(run, position);
                // A look at the changes since a position offers them as of that position.
                stream.offer(Map.of(run, run + " at " + position), position);
            }
            long resumed = reader.lastId == null ? 0 : Long.parseLong(reader.lastId);
            for (Map.Entry<UUID, Long> change : changedAt.entrySet()) {
                boolean seen = reader.received.contains(change.getKey() + " at " + change.getValue());
                assertThat(seen || change.getValue() >= resumed)
                        .as("round %d: %s, resumed at %d", round, change, resumed)
                        .isTrue();
            }
        }
    }

    /** Waits before its first event, and closes after some. */
    private static final class Reader implements RunSink {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch complete = new CountDownLatch(4);
        private final List<String> received = new ArrayList<>();
        private int breaksAfter = Integer.MAX_VALUE;
        private @Nullable String lastId;

        @Override
        public void send(@Nullable String id, String run) throws IOException {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            if (received.size() >= breaksAfter) {
                throw new IOException("closed");
            }
            received.add(run);
            lastId = id == null ? lastId : id;
            complete.countDown();
        }

        @Override
        public void heartbeat() {}

        @Override
        public void end() {}
    }
}
