package dev.longshore.worker.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where chunks end by stepping over the keys of a window, a chunk at a time: index reads only, about 2 ms a step. All steps
 * see one snapshot.
 */
final class KeyProbes {
    private final Connection connection;
    private final SelectionSql sql;
    private final TimeWindow window;
    private final StopSignal stop;

    KeyProbes(Connection connection, Selection selection, StopSignal stop) {
        this.connection = connection;
        this.sql = new SelectionSql(selection);
        this.window = selection.window();
        this.stop = stop;
    }

    /**
     * Chunks that hold every record of the window once. Where the window has an end, the last chunk ends there. Where it has
     * none, the last chunk ends at the last record there is: what is added behind it later belongs to another run.
     */
    List<PlannedChunk> chunks(int keysPerChunk) throws SQLException {
        List<PlannedChunk> chunks = new ArrayList<>();
        addChunks(chunks, new KeyRange(true, null, null), keysPerChunk, window.to() == null);
        if (window.hasNoBounds()) {
            addChunks(chunks, new KeyRange(false, null, null), keysPerChunk, true);
        }
        return chunks;
    }

    private void addChunks(List<PlannedChunk> chunks, KeyRange all, int keysPerChunk, boolean endsAtLastKey)
            throws SQLException {
        KeyRange rest = all;
        while (true) {
            stop.throwIfStopped();
            Optional<KeyPosition> end = position(sql.keyAfter(rest, keysPerChunk));
            if (end.isEmpty()) {
                break;
            }
            chunks.add(new PlannedChunk(new KeyRange(all.dated(), rest.after(), end.get()), keysPerChunk));
            rest = new KeyRange(all.dated(), end.get(), null);
        }
        long left = count(rest);
        if (left > 0 && endsAtLastKey) {
            KeyPosition last = position(sql.lastKey(rest)).orElseThrow();
            chunks.add(new PlannedChunk(new KeyRange(all.dated(), rest.after(), last), left));
        } else if (left > 0) {
            chunks.add(new PlannedChunk(rest, left));
        } else if (!endsAtLastKey && !chunks.isEmpty()) {
            PlannedChunk last = chunks.remove(chunks.size() - 1);
            chunks.add(new PlannedChunk(new KeyRange(all.dated(), last.range().after(), null), last.keys()));
        }
    }

    private Optional<KeyPosition> position(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                return Optional.empty();
            }
            String key = rows.getString(2);
            if (key == null) {
                throw SourceFailures.rejected("a record has no key: the view's key column must not hold nulls");
            }
            return Optional.of(new KeyPosition(rows.getString(1), key));
        }
    }

    private long count(KeyRange range) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.count(range))) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
