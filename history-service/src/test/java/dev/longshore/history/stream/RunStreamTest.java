package dev.longshore.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits for a reader, however slow it is. */
class RunStreamTest {
    private static final int VIEWS = 20_000;
    private static final UUID JOB = Ids.nameBased("job");
    private static final List<UUID> RUNS =
            List.of(Ids.nameBased("run", "1"), Ids.nameBased("run", "2"), Ids.nameBased("run", "3"));

    private final ReceivedEvents reader = new ReceivedEvents();

    @Test
    void a_slow_reader_costs_one_view_of_each_run_and_then_gets_the_latest() {
        RunStream stream = streamTo(reader);
        stream.offer(List.of(view(RUNS.get(0), "first")), 1);
        reader.ready = false;
        for (int i = 0; i < VIEWS; i++) {
            stream.offer(List.of(view(RUNS.get(i % 3), "view " + i)), 2 + i);
        }
        assertThat(stream.waiting()).isEqualTo(3);
        assertThat(reader.data).containsExactly("first");
        reader.ready = true;
        stream.proceed();
        assertThat(reader.data)
                .containsExactlyInAnyOrder(
                        "first", "view " + (VIEWS - 3), "view " + (VIEWS - 2), "view " + (VIEWS - 1));
    }

    @Test
    void a_reader_that_takes_little_at_a_time_gets_the_latest_view_of_what_it_has_not_taken() {
        RunStream stream = streamTo(new ReceivedEvents() {
            @Override
            public void write(byte[] part) throws java.io.IOException {
                reader.write(part);
                ready = false;
            }
        });
        String large = " ".repeat(20_000);
        stream.offer(List.of(view(RUNS.get(0), "old" + large), view(RUNS.get(1), "old" + large)), 1);
        assertThat(stream.waiting())
                .as("one of them fills what is written at once")
                .isEqualTo(1);
        stream.offer(List.of(view(RUNS.get(1), "new")), 2);
        assertThat(reader.data).hasSize(1);
        assertThat(reader.lastId).isEqualTo("1");
    }

    @Test
    void resuming_at_the_last_id_misses_nothing_wherever_the_connection_broke_and_however_slow_it_was() {
        Random random = new Random(71);
        for (int round = 0; round < 2_000; round++) {
            // Changes in the order of their positions; the reader breaks off at a random event.
            Map<UUID, Long> changedAt = new LinkedHashMap<>();
            ReceivedEvents breaking = new ReceivedEvents();
            breaking.breaksAfter = random.nextInt(12);
            RunStream stream = streamTo(breaking);
            for (long position = 1; position <= 10; position++) {
                UUID run = RUNS.get(random.nextInt(3));
                changedAt.put(run, position);
                breaking.ready = random.nextBoolean();
                // A look at the changes since a position offers them as of that position; some fill a part alone.
                String padding = " ".repeat(random.nextInt(4) == 0 ? 16_384 : 0);
                stream.offer(List.of(view(run, run + " at " + position + padding)), position);
            }
            long resumed = breaking.lastId == null ? 0 : Long.parseLong(breaking.lastId);
            for (Map.Entry<UUID, Long> change : changedAt.entrySet()) {
                boolean seen = breaking.data.contains(change.getKey() + " at " + change.getValue());
                assertThat(seen || change.getValue() >= resumed)
                        .as("round %d: %s, resumed at %d", round, change, resumed)
                        .isTrue();
            }
        }
    }

    private static RunStream streamTo(RunSink sink) {
        return new RunStream(null, AllowedSources.ALL, null, sink, () -> {});
    }

    private static RenderedRun view(UUID runId, String text) {
        return new RenderedRun(runId, JOB, null, ServerSentEvents.run(text.getBytes(UTF_8)));
    }
}
