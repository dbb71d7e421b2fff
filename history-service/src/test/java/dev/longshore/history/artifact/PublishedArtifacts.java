package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.history.testing.RunMessages;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Artifacts of completed runs, each run with one file, and what the audit log says of them. */
final class PublishedArtifacts {
    static final String FILE = "interactions-0001-of-0001.jsonl";

    private final RunningHistory history;
    private final ArtifactStore store;

    PublishedArtifacts(RunningHistory history) {
        this.history = history;
        this.store = history.bean(ArtifactStore.class);
    }

    List<String> actionsOn(String subject) {
        List<String> actions = new ArrayList<>();
        history.api("ADMIN")
                .getJson("/api/v1/audit?subject=" + subject)
                .at("/items")
                .forEach(record -> actions.add(record.at("/action").asString()));
        return actions;
    }

    /** @return id of the artifact */
    String published(String name, byte[] content) {
        return published(name, FILE, content);
    }

    String published(String name, String file, byte[] content) {
        RunMessages run = new RunMessages(Ids.nameBased(name), Ids.nameBased(name + " job"), now());
        store.createIfAbsent(new PublishedName(run.folder(), file), content);
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", file, 1, content.length, sha256(content)),
                run.completed(1, 1, content.length, "cafe", 4)));
        return Ids.nameBased(run.runId().toString(), file).toString();
    }

    /** A file that is longer than its content, with nothing in between. */
    String published(String name, byte[] content, long size) throws IOException {
        RunMessages run = new RunMessages(Ids.nameBased(name), Ids.nameBased(name + " job"), now());
        store.createIfAbsent(new PublishedName(run.folder(), FILE), content);
        try (RandomAccessFile file = new RandomAccessFile(
                history.store().resolve(run.folder()).resolve(FILE).toFile(), "rw")) {
            file.setLength(size);
        }
        history.project(List.of(
                run.requested(),
                run.assembled(1, 1, "worker-a", FILE, 1, size, "cafe"),
                run.completed(1, 1, size, "cafe", 4)));
        return Ids.nameBased(run.runId().toString(), FILE).toString();
    }

    /** Artifacts expire by the service's own clock; a run's messages take some seconds. */
    static Instant now() {
        return Micros.now(InstantSource.system()).minusSeconds(60);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
