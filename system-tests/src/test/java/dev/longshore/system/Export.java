package dev.longshore.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a completed run left, as its recipient finds it by the event.
 *
 * @param runId the run
 * @param folder where its files, manifest and sums are
 */
public record Export(String runId, Path folder) {
    /** Waits for the event that tells downstream systems where the export is. There is exactly one. */
    public static Export of(Installation installation, String runId) {
        Eventually.that(
                "the event that the run's export is complete",
                () -> assertThat(outcomes(installation, runId)).hasSize(1));
        ExportCompleted event = outcomes(installation, runId).get(0);
        Path manifest = installation.artifacts().resolve(event.getManifest().getLocation());
        assertThat(manifest).as("the manifest is there before its event").exists();
        return new Export(runId, requireNonNull(manifest.getParent()));
    }

    /** Every event about the run's outcome that the public topic holds. */
    public static List<ExportCompleted> outcomes(Installation installation, String runId) {
        return installation.topics().read(Topics.EXPORT_COMPLETED, ExportCompleted.class).stream()
                .filter(event -> event.getRun().getId().equals(runId))
                .toList();
    }

    /** How many events of a kind tell of the run. */
    public static long countOf(Installation installation, String runId, RunEventKind kind) {
        return installation.topics().read(Topics.RUN_EVENTS, RunEvent.class).stream()
                .filter(event -> event.getRunId().equals(runId) && event.getKind() == kind)
                .count();
    }

    /** SHA-256 of every data file by its name without the fire time; computed by coreutils, not read from the manifest. */
    public Map<String, String> sumsByName() {
        List<String> names = fileNames().stream()
                .filter(name -> !name.equals("manifest.json") && !name.equals("SHA256SUMS"))
                .toList();
        Map<String, String> sums = new TreeMap<>();
        for (String name : names) {
            String line = Program.run(folder, Map.of(), List.of("sha256sum", "--", name))
                    .requireSuccess();
            sums.put(withoutFireTime(name), line.substring(0, line.indexOf(' ')));
        }
        return sums;
    }

    /** The manifest without what belongs to one execution: the run's id, its fire time and when the window was closed. */
    public String manifestOfAnyRun() {
        try {
            String manifest = Files.readString(folder.resolve("manifest.json"));
            return withoutFireTime(manifest.replace(runId, "RUN"))
                    .replaceAll("\"closedThrough\": *\"[^\"]*\"", "\"closedThrough\": \"-\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode manifest() {
        return JsonMapper.shared().readTree(folder.resolve("manifest.json").toFile());
    }

    public List<String> fileNames() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sha256sum -c}, as the recipient would. */
    public void requireSums() {
        String said = Program.run(folder, Map.of(), List.of("sha256sum", "--check", "--strict", "SHA256SUMS"))
                .requireSuccess();
        assertThat(said.lines().toList())
                .as("files that sha256sum found good: every data file and the manifest")
                .hasSize(fileNames().size() - 1)
                .allMatch(line -> line.endsWith(": OK"));
    }

    private static String withoutFireTime(String text) {
        return text.replaceAll("-\\d{8}T\\d{6}Z", "-FIRETIME");
    }
}
