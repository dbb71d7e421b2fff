package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.run.RunNews;
import dev.longshore.scheduler.run.RunState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every change of a run's state, as the database itself saw it: also those that one step passes over. */
final class StateChanges {
    private final DataSource database;

    private StateChanges(DataSource database) {
        this.database = database;
    }

    /** Lets a database write down changes of state from now on. */
    static StateChanges of(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE scheduler.state_change (run_id uuid, before text, after text);
                    CREATE FUNCTION scheduler.note_state_change() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO scheduler.state_change
                        VALUES (NEW.run_id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END, NEW.state);
                        RETURN NULL;
                    END $$;
                    CREATE TRIGGER note_state_change AFTER INSERT OR UPDATE OF state ON scheduler.run
                    FOR EACH ROW EXECUTE FUNCTION scheduler.note_state_change();
                    """);
        }
        return new StateChanges(database);
    }

    /** The changes since the last call that no run may make, in words. */
    List<String> illegal() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "DELETE FROM scheduler.state_change RETURNING run_id, before, after");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                if (!isLegal(rows.getString(2), RunState.valueOf(rows.getString(3)))) {
                    found.add("run %s went from %s to %s"
                            .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    /** @param before null for a new run */
    private static boolean isLegal(@Nullable String before, RunState after) {
        return before == null
                ? after == RunState.REQUESTED || after == RunState.SKIPPED
                : RunNews.isLegal(RunState.valueOf(before), after);
    }
}
