package dev.longshore.standalone.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the chains of windows of jobs that export since their last run. */
final class ChainAuditDao {
    /** Each link with where the one before it ended, and with the window that its run was issued for. */
    private static final String BREACHES = """
            SELECT job_id, window_from, window_to, previous_to, number, run_from, run_to, run_id
            FROM (SELECT l.job_id, l.window_from, l.window_to, l.run_id,
                         lag(l.window_to) OVER chain AS previous_to,
                         row_number() OVER chain AS number,
                         r.window_from AS run_from, r.window_to AS run_to
                  FROM scheduler.chain_link l LEFT JOIN scheduler.run r ON r.run_id = l.run_id
                  WINDOW chain AS (PARTITION BY l.job_id ORDER BY l.window_to)) links
            WHERE (number = 1) <> (window_from IS NULL)
               OR window_from <> previous_to
               OR (run_id IS NOT NULL AND (window_from, window_to) IS DISTINCT FROM (run_from, run_to))
            ORDER BY job_id, window_to
            """;

    private final Connection connection;

    ChainAuditDao(Connection connection) {
        this.connection = connection;
    }

    /** Gaps, overlaps, and runs that export another window than their link, each in one line. */
    List<String> findBreaches() throws SQLException {
        List<String> breaches = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(BREACHES)) {
            while (found.next()) {
                breaches.add("job %s: window [%s, %s) %s"
                        .formatted(
                                found.getString("job_id"),
                                found.getObject("window_from"),
                                found.getObject("window_to"),
                                problem(found)));
            }
        }
        return breaches;
    }

    private static String problem(ResultSet link) throws SQLException {
        var from = link.getTimestamp("window_from");
        var previous = link.getTimestamp("previous_to");
        if (previous == null) {
            return "begins the chain and has a start: what was before it is not accounted for";
        }
        if (from == null) {
            return "has no start and does not begin the chain";
        }
        if (!from.equals(previous)) {
            return "%s the window before it, which ends at %s"
                    .formatted(from.after(previous) ? "leaves a gap to" : "overlaps", link.getObject("previous_to"));
        }
        return "was issued as [%s, %s) for run %s"
                .formatted(link.getObject("run_from"), link.getObject("run_to"), link.getString("run_id"));
    }
}
