package dev.longshore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.testing.RunCommands;
import dev.longshore.worker.testing.RunProbe;
import dev.longshore.worker.testing.SourceTables;
import dev.longshore.worker.testing.Topic;
import dev.longshore.worker.testing.Worker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run depend on the data and the settings alone. */
class SameBytesIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @TempDir
    static Path artifacts;

    @Test
    void any_number_of_slots_and_workers_and_any_chunk_size_give_the_same_files() {
        SourceTables.create(postgres).addInteractions(1, 4_000);
        try (Topic topic = new Topic(kafka)) {
            SortedMap<String, String> oneSlot = export(topic, "one slot", 1, settings(1, 500));
            Map<String, String> inSegments = new HashMap<>(settings(1, 500));
            inSegments.put("longshore.worker.export.stream-files", "false");

            assertThat(oneSlot).hasSizeGreaterThan(3);
            assertThat(export(topic, "in segments", 1, inSegments)).isEqualTo(oneSlot);
            assertThat(export(topic, "two slots", 1, settings(2, 500))).isEqualTo(oneSlot);
            assertThat(export(topic, "four slots", 1, settings(4, 500))).isEqualTo(oneSlot);
            assertThat(export(topic, "two workers", 2, settings(1, 500))).isEqualTo(oneSlot);
            assertThat(export(topic, "small chunks", 1, settings(2, 97))).isEqualTo(oneSlot);
            assertThat(export(topic, "one chunk", 1, settings(2, 20_000))).isEqualTo(oneSlot);
        }
    }

    private static Map<String, String> settings(int slots, int keysPerChunk) {
        return Map.of(
                "longshore.worker.slots",
                Integer.toString(slots),
                "longshore.worker.plan.keys-per-chunk",
                Integer.toString(keysPerChunk));
    }

    private static SortedMap<String, String> export(
            Topic topic, String name, int workers, Map<String, String> settings) {
        List<Worker> started = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                started.add(Worker.start(postgres, kafka, artifacts, settings));
            }
            RunProbe run = new RunProbe(topic, artifacts, RunCommands.aRun(name).splitBytes(1 << 20)).start();
            return run.published().subMap("interactions", "manifest.json");
        } finally {
            started.forEach(Worker::close);
        }
    }
}
