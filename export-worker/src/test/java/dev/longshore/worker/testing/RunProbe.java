package dev.longshore.worker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ManifestReference;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others see of a run: its events, its outcome and its files. */
public final class RunProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topic topic;
    private final Path artifacts;
    private final RunCommands run;

    public RunProbe(Topic topic, Path artifacts, RunCommands run) {
        this.topic = topic;
        this.artifacts = artifacts;
        this.run = run;
    }

    /** Sends the command that starts the run. */
    public RunProbe start() {
        topic.send(Topics.RUN_COMMANDS, run.runId().toString(), run.start());
        return this;
    }

    /** Sends the command that cancels the run. */
    public RunProbe cancel() {
        topic.send(Topics.RUN_COMMANDS, run.runId().toString(), run.cancel());
        return this;
    }

    /** The run's one outcome, once it is told. */
    public ExportCompleted awaitOutcome() {
        return awaitOutcome(PATIENCE);
    }

    /** The run's one outcome, once it is told. */
    public ExportCompleted awaitOutcome(Duration patience) {
        Eventually.within(patience).isTrue("the run ends", () -> !outcomes().isEmpty());
        assertThat(outcomes()).as("outcomes of one run").hasSize(1);
        return outcomes().get(0);
    }

    /** Waits until an event of that kind was told. */
    public void awaitEvent(RunEventKind kind) {
        Eventually.within(PATIENCE).isTrue("event " + kind, () -> kinds().contains(kind));
    }

    public List<ExportCompleted> outcomes() {
        return topic.messages(Topics.EXPORT_COMPLETED, run.jobId().toString(), ExportCompleted.class).stream()
                .filter(event -> event.getRun().getId().equals(run.runId().toString()))
                .toList();
    }

    public List<RunEvent> events() {
        return topic.messages(Topics.RUN_EVENTS, run.runId().toString(), RunEvent.class);
    }

    public List<RunEventKind> kinds() {
        return events().stream().map(RunEvent::getKind).toList();
    }

    /** Name and SHA-256 of everything in the run's folder. */
    public SortedMap<String, String> published() {
        ManifestReference manifest = awaitOutcome().getManifest();
        assertThat(manifest).as("manifest").isNotNull();
        return hashes(artifacts.resolve(manifest.getLocation()).resolveSibling(""));
    }

    /** The run's manifest. */
    public JsonNode manifest() {
        ManifestReference manifest = awaitOutcome().getManifest();
        return JsonMapper.shared().readTree(artifacts.resolve(manifest.getLocation()));
    }

    /** Text of the run's files, one after another. */
    public String text() {
        ManifestReference manifest = awaitOutcome().getManifest();
        try (Stream<Path> found =
                Files.list(artifacts.resolve(manifest.getLocation()).resolveSibling(""))) {
            StringBuilder text = new StringBuilder();
            for (Path file : found.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the run still has private files. */
    public boolean hasStaging() {
        return Files.exists(artifacts.resolve(".staging").resolve(run.runId().toString()));
    }

    private static SortedMap<String, String> hashes(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            SortedMap<String, String> hashes = new TreeMap<>();
            for (Path file : found.toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(String.valueOf(file.getFileName()), HexFormat.of().formatHex(hash));
            }
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
