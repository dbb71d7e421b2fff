package dev.longshore.worker.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.databind.json.JsonMapper;

/** Contact History in a PostgreSQL database. Records are streamed by binary COPY: no other way holds one row at a time. */
final class PostgresContactSource implements ContactSource {
    private static final int SAMPLE_RECORDS = 100;

    private final SourceConnections connections;

    PostgresContactSource(SourceConnections connections) {
        this.connections = connections;
    }

    @Override
    public void check(Selection selection) {
        connections.inTransaction(connection -> {
            ViewCheck.check(connection, selection.type());
            return true;
        });
    }

    @Override
    public ChunkPlan plan(Selection selection, int keysPerChunk, StopSignal stop) {
        if (keysPerChunk < 1) {
            throw new IllegalArgumentException("a chunk has at least one key, not " + keysPerChunk);
        }
        return connections.inTransaction(Connection.TRANSACTION_REPEATABLE_READ, stop, connection -> {
            List<PlannedChunk> chunks = new KeyProbes(connection, selection, stop).chunks(keysPerChunk);
            long keys = chunks.stream().mapToLong(PlannedChunk::keys).sum();
            // Without a filter the keys are the rows; with one, they are at least a bound for what the planner thinks.
            long rows = selection.entityTypes().isEmpty()
                    ? keys
                    : Math.min(keys, plannerRows(connection, new SelectionSql(selection)));
            return new ChunkPlan(
                    chunks, rows, sample(connection, selection, chunks).of(rows));
        });
    }

    @Override
    public long read(Selection selection, KeyRange range, RecordSink sink, StopSignal stop) {
        String copy = new SelectionSql(selection).copy(range);
        return connections.inTransaction(
                Connection.TRANSACTION_READ_COMMITTED,
                stop,
                connection -> stream(connection, selection, copy, sink, stop));
    }

    @Override
    public void close() {
        connections.close();
    }

    private static long stream(
            Connection connection, Selection selection, String copy, RecordSink sink, StopSignal stop)
            throws SQLException {
        BinaryRecords records = new BinaryRecords(selection, sink);
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
            stop.throwIfStopped();
            records.accept(message);
        }
        return records.complete(out.getHandledRowCount());
    }

    /** First, middle and last chunk: sizes drift over time, and a sample must stay cheap. */
    private static SampledSize sample(Connection connection, Selection selection, List<PlannedChunk> chunks)
            throws SQLException {
        SampledSize size = new SampledSize(selection.type().columns());
        SelectionSql sql = new SelectionSql(selection);
        if (chunks.isEmpty()) {
            return size;
        }
        int last = chunks.size() - 1;
        for (int index : IntStream.of(0, last / 2, last).distinct().toArray()) {
            String copy = sql.copyFirst(chunks.get(index).range(), SAMPLE_RECORDS);
            stream(connection, selection, copy, size, new StopSignal());
        }
        return size;
    }

    private static long plannerRows(Connection connection, SelectionSql sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.explain())) {
            rows.next();
            return JsonMapper.shared()
                    .readTree(rows.getString(1))
                    .path(0)
                    .path("Plan")
                    .path("Plan Rows")
                    .asLong(0);
        }
    }
}
