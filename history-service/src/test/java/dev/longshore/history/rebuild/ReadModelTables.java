package dev.longshore.history.rebuild;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The tables of the read model and of the rebuild under way, as they are. */
record ReadModelTables(Jdbi jdbi) {
    long left() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT COALESCE(sum(p.end_offset - p.next_offset), 1000)
                        FROM rebuild_position p JOIN rebuild r ON r.rebuild_id = p.rebuild_id
                        WHERE r.state = 'RUNNING'
                        """).mapTo(Long.class).one());
    }

    int killWhoWaitsForTheShadow() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(pg_terminate_backend(l.pid))
                        FROM pg_locks l
                        WHERE NOT l.granted AND l.relation = to_regclass('history_rebuild.run_progress')
                        """).mapTo(Integer.class).one());
    }

    int deletedLinesThatShow() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM deleted_run d JOIN run r ON r.run_id = d.run_id WHERE NOT r.hidden
                        """).mapTo(Integer.class).one());
    }

    List<String> indexesAndStatistics() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT indexname FROM pg_indexes WHERE schemaname = 'history'
                        UNION ALL
                        SELECT stxname FROM pg_statistic_ext WHERE CAST(stxnamespace AS regnamespace) = CAST('history' AS regnamespace)
                        """).mapTo(String.class).list());
    }

    /** Every row of every table that is projected, to the last column. */
    List<String> rows() {
        return Stream.of("run", "run_progress", "attempt", "artifact")
                .flatMap(table -> jdbi
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT to_jsonb(t) FROM %s t ORDER BY to_jsonb(t)".formatted(table))
                                .mapTo(String.class)
                                .map(row -> table + " " + row)
                                .list())
                        .stream())
                .toList();
    }
}
