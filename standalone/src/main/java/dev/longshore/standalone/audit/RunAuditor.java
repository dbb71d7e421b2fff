package dev.longshore.standalone.audit;

import dev.longshore.standalone.audit.AuditedRun.Artifact;
import dev.longshore.standalone.audit.AuditedRun.Event;
import dev.longshore.standalone.audit.AuditedRun.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds one run to what was said of it: history, manifest, event and files must tell the same. */
final class RunAuditor {
    private static final int BUFFER = 1 << 20;
    private static final String SUMS = "SHA256SUMS";

    private final Path store;
    private final HistoryAuditDao history;
    private final Instant now;
    private final AuditedRun run;
    private final JsonMapper json = JsonMapper.builder().build();
    private final byte[] buffer;
    private final List<String> breaches = new ArrayList<>();
    private int files;
    private long bytes;

    private RunAuditor(Path store, HistoryAuditDao history, Instant now, AuditedRun run, byte[] buffer) {
        this.store = store;
        this.history = history;
        this.now = now;
        this.run = run;
        this.buffer = buffer;
    }

    static byte[] newBuffer() {
        return new byte[BUFFER];
    }

    static Finding audit(Path store, HistoryAuditDao history, Instant now, AuditedRun run, byte[] buffer)
            throws IOException, SQLException {
        RunAuditor auditor = new RunAuditor(store, history, now, run, buffer);
        auditor.compareWithEvent();
        if (!run.isExpired(now)) {
            auditor.compareWithManifest();
            auditor.readFiles();
            auditor.findStrangers();
        }
        return new Finding(auditor.files, auditor.bytes, auditor.breaches);
    }

    private void compareWithEvent() {
        if (run.event().isEmpty()) {
            if (run.isTold(now)) {
                breach("no event told systems downstream that it is complete");
            }
            return;
        }
        Event event = run.event().get();
        compare("event", event.totals());
        if (!event.manifestSha256().equals(run.manifestSha256())) {
            breach("the event names a manifest with SHA-256 %s, the history one with %s"
                    .formatted(event.manifestSha256(), run.manifestSha256()));
        }
    }

    private void compare(String where, Totals totals) {
        if (!totals.equals(run.totals())) {
            breach("the %s tells of %s, the history of %s".formatted(where, words(totals), words(run.totals())));
        }
    }

    private static String words(Totals totals) {
        return "%d files, %d rows, %d bytes".formatted(totals.files(), totals.rows(), totals.bytes());
    }

    /** A manifest that was deleted on purpose proves nothing and breaks nothing. */
    private void compareWithManifest() throws IOException {
        Artifact manifest = artifact(AuditedRun.MANIFEST);
        if (manifest == null) {
            breach("the history knows no manifest of it");
            return;
        }
        if (manifest.deleted()) {
            return;
        }
        if (!manifest.sha256().equals(run.manifestSha256())) {
            breach("its manifest is listed with SHA-256 %s and recorded with %s"
                    .formatted(manifest.sha256(), run.manifestSha256()));
        }
        Path path = path(AuditedRun.MANIFEST);
        if (!Files.exists(path)) {
            return; // named with the other files
        }
        try {
            compareWith(json.readTree(Files.readAllBytes(path)));
        } catch (JacksonException e) {
            breach("manifest.json is not readable");
        }
    }

    private void compareWith(JsonNode manifest) {
        if (!manifest.path("runId").asString("").equals(run.runId().toString())) {
            breach("manifest.json is of run " + manifest.path("runId").asString("(none)"));
        }
        JsonNode totals = manifest.path("totals");
        compare(
                "manifest",
                new Totals(
                        totals.path("files").asLong(-1),
                        totals.path("rows").asLong(-1),
                        totals.path("bytes").asLong(-1)));
        Map<String, Artifact> known = new HashMap<>();
        run.artifacts().stream()
                .filter(artifact -> !artifact.name().equals(AuditedRun.MANIFEST))
                .forEach(artifact -> known.put(artifact.name(), artifact));
        for (JsonNode listed : manifest.path("files")) {
            Artifact artifact = known.remove(listed.path("name").asString(""));
            if (artifact == null) {
                breach("the manifest lists %s, which the history does not know"
                        .formatted(listed.path("name").asString("")));
            } else if (listed.path("rows").asLong(-1) != artifact.rows()
                    || listed.path("bytes").asLong(-1) != artifact.bytes()
                    || !listed.path("sha256").asString("").equals(artifact.sha256())) {
                breach("%s: manifest and history differ in its rows, bytes or SHA-256".formatted(artifact.name()));
            }
        }
        known.keySet().forEach(name -> breach("%s is missing in the manifest".formatted(name)));
    }

    private void readFiles() throws IOException, SQLException {
        for (Artifact artifact : run.artifacts()) {
            if (!artifact.deleted()) {
                read(artifact);
            }
        }
    }

    private void read(Artifact artifact) throws IOException, SQLException {
        long size = 0;
        MessageDigest digest = sha256();
        try (InputStream content = Files.newInputStream(path(artifact.name()))) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        } catch (NoSuchFileException e) {
            if (!history.isDeleted(run.runId(), artifact.name())) {
                breach("%s is missing in the store".formatted(artifact.name()));
            }
            return;
        }
        files++;
        bytes += size;
        String found = HexFormat.of().formatHex(digest.digest());
        if (size != artifact.bytes()) {
            breach("%s has %d bytes, the history says %d".formatted(artifact.name(), size, artifact.bytes()));
        } else if (!found.equals(artifact.sha256())) {
            breach("%s has SHA-256 %s, the history says %s".formatted(artifact.name(), found, artifact.sha256()));
        }
    }

    private void findStrangers() throws IOException {
        Path folder = store.resolve(run.folder());
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> names = new TreeSet<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals(SUMS))
                    .forEach(names::add);
        }
        run.artifacts().forEach(artifact -> names.remove(artifact.name()));
        names.forEach(name -> breach("%s lies in its folder and belongs to no run".formatted(name)));
    }

    private @Nullable Artifact artifact(String name) {
        return run.artifacts().stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Path path(String name) {
        return store.resolve(run.folder()).resolve(name);
    }

    private void breach(String what) {
        breaches.add("run %s (%s): %s".formatted(run.runId(), run.jobTitle(), what));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
