package dev.longshore.standalone.audit;

import dev.longshore.standalone.audit.AuditedRun.Artifact;
import dev.longshore.standalone.audit.AuditedRun.Event;
import dev.longshore.standalone.audit.AuditedRun.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what history-service knows of runs. */
final class HistoryAuditDao {
    private static final String RUNS = """
            SELECT run_id, job_id, COALESCE(job_title, '') AS job_title, folder, files, rows, bytes, manifest_sha256,
                   completed_at, expires_at
            FROM history.run
            WHERE status = 'COMPLETED' AND run_id > ?
            ORDER BY run_id
            LIMIT ?
            """;
    private static final String ARTIFACTS = """
            SELECT a.run_id, a.name, COALESCE(a.rows, 0) AS rows, a.bytes, a.sha256,
                   a.deleted_at IS NOT NULL OR d.artifact_id IS NOT NULL AS deleted
            FROM history.artifact a
            LEFT JOIN history.deleted_artifact d ON d.artifact_id = a.artifact_id
            WHERE a.run_id = ANY (?)
            ORDER BY a.run_id, a.number
            """;
    private static final String EVENTS = """
            SELECT run_id, body
            FROM history.export_event
            WHERE job_id = ANY (?) AND run_id = ANY (?) AND outcome IN ('COMPLETED', 'EMPTY')
            """;
    private static final String DELETED = """
            SELECT 1
            FROM history.deleted_artifact d JOIN history.artifact a ON a.artifact_id = d.artifact_id
            WHERE a.run_id = ? AND a.name = ?
            """;
    private static final String ENDED = """
            SELECT ended_at IS NOT NULL FROM history.run WHERE run_id = ?
            """;

    private final Connection connection;
    private final JsonMapper json = JsonMapper.builder().build();

    HistoryAuditDao(Connection connection) {
        this.connection = connection;
    }

    /** Completed runs in the order of their ids. */
    List<AuditedRun> findRuns(UUID after, int limit) throws SQLException {
        List<RunRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(RUNS)) {
            query.setObject(1, after);
            query.setInt(2, limit);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(RunRow.of(found));
                }
            }
        }
        Map<UUID, List<Artifact>> artifacts = findArtifacts(rows);
        Map<UUID, Event> events = findEvents(rows);
        return rows.stream()
                .map(row -> row.run(
                        artifacts.getOrDefault(row.runId(), List.of()), Optional.ofNullable(events.get(row.runId()))))
                .toList();
    }

    private Map<UUID, List<Artifact>> findArtifacts(List<RunRow> runs) throws SQLException {
        Map<UUID, List<Artifact>> artifacts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(ARTIFACTS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", runs.stream().map(RunRow::runId).toArray()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    artifacts
                            .computeIfAbsent(found.getObject("run_id", UUID.class), run -> new ArrayList<>())
                            .add(new Artifact(
                                    found.getString("name"),
                                    found.getLong("rows"),
                                    found.getLong("bytes"),
                                    found.getString("sha256"),
                                    found.getBoolean("deleted")));
                }
            }
        }
        return artifacts;
    }

    private Map<UUID, Event> findEvents(List<RunRow> runs) throws SQLException {
        Map<UUID, Event> events = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", runs.stream().map(RunRow::jobId).distinct().toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", runs.stream().map(RunRow::runId).toArray()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    events.put(found.getObject("run_id", UUID.class), event(found.getString("body")));
                }
            }
        }
        return events;
    }

    private Event event(String body) {
        JsonNode data = json.readTree(body).path("data");
        JsonNode totals = data.path("totals");
        return new Event(
                data.path("manifest").path("sha256").asString(""),
                new Totals(
                        totals.path("files").asLong(),
                        totals.path("rows").asLong(),
                        totals.path("bytes").asLong()));
    }

    /** Whether an artifact was deleted meanwhile, by somebody or because its time was over. */
    boolean isDeleted(UUID runId, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DELETED)) {
            query.setObject(1, runId);
            query.setString(2, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether a run has ended; empty when there is no such run. */
    Optional<Boolean> isEnded(UUID runId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENDED)) {
            query.setObject(1, runId);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getBoolean(1)) : Optional.empty();
            }
        }
    }

    private record RunRow(
            UUID runId,
            UUID jobId,
            String jobTitle,
            String folder,
            Totals totals,
            String manifestSha256,
            Instant completedAt,
            @Nullable Instant expiresAt) {
        static RunRow of(ResultSet found) throws SQLException {
            Timestamp expiresAt = found.getTimestamp("expires_at");
            return new RunRow(
                    found.getObject("run_id", UUID.class),
                    found.getObject("job_id", UUID.class),
                    found.getString("job_title"),
                    found.getString("folder"),
                    new Totals(found.getLong("files"), found.getLong("rows"), found.getLong("bytes")),
                    found.getString("manifest_sha256"),
                    found.getTimestamp("completed_at").toInstant(),
                    expiresAt == null ? null : expiresAt.toInstant());
        }

        AuditedRun run(List<Artifact> artifacts, Optional<Event> event) {
            return new AuditedRun(
                    runId,
                    jobId,
                    jobTitle,
                    folder,
                    totals,
                    manifestSha256,
                    completedAt,
                    expiresAt,
                    List.copyOf(artifacts),
                    event);
        }
    }
}
