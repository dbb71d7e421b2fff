package dev.longshore.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.request.SortDirection;
import dev.longshore.history.run.RunFilter.FilterBinding;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.testing.PostgresExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A page of a list costs the same however many runs are known. What is asserted is the work, in blocks of 8 KiB that
 * the server touches, because time says more about the machine than about the lists; times are printed.
 * {@code -Dlongshore.history.runs=1000000} for the full size.
 */
@Tag("slow")
class RunListScaleIT {
    private static final int RUNS = Integer.getInteger("longshore.history.runs", 100_000);
    private static final int TIMES = 20;
    /** A run with its progress and estimate is some six blocks, and a page 51 runs. */
    private static final long MOST_BLOCKS = 600;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void a_page_of_every_sort_and_filter_touches_few_blocks() {
        postgres.migrated("history", "classpath:db/platform", "classpath:db/history");
        // The server's own maintenance would count as blocks of a page.
        postgres.execute(
                "ALTER TABLE history.run SET (autovacuum_enabled = false)",
                "ALTER TABLE history.run_progress SET (autovacuum_enabled = false)");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(postgres.username());
        config.setPassword(postgres.password());
        config.setSchema("history");
        // One session, whose counts of blocks are then those of the lists.
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertPagesAreCheap(pool);
        }
    }

    private static void assertPagesAreCheap(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
        fill(jdbi);
        UUID job = UUID.fromString("00000000-0000-0000-0000-000000000007");
        RunFilter all = RunFilter.ALL;
        List<RunFilter> filters = List.of(
                all,
                all.anyOf(job, null, null, null, null),
                all.anyOf(null, List.of(RunStatus.FAILED), null, null, null),
                all.anyOf(null, List.of(RunStatus.REQUESTED, RunStatus.RUNNING), null, null, null),
                all.anyOf(null, null, List.of("CONTACT_HISTORY"), List.of("CONTACT"), null),
                all.of(new Amount(5_000, null), Amount.ANY),
                all.requestedIn(
                        new Span(Instant.parse("2026-01-10T00:00:00Z"), Instant.parse("2026-01-11T00:00:00Z"))));
        for (RunFilter filter : filters) {
            assertCheap(jdbi, filter, RunOrder.NEWEST_FIRST);
        }
        for (RunSort sort : RunSort.values()) {
            assertCheap(jdbi, all, new RunOrder(sort, SortDirection.ASCENDING));
            assertCheap(jdbi, all, new RunOrder(sort, SortDirection.DESCENDING));
        }
    }

    /** Pages forward, so that every begin of a page is measured, not only the first. */
    private static void assertCheap(Jdbi jdbi, RunFilter filter, RunOrder order) {
        List<Long> nanos = new ArrayList<>();
        long most = 0;
        @Nullable RunCursor cursor = null;
        for (int i = 0; i < TIMES; i++) {
            long blocks = blocksTouched(jdbi);
            long begin = System.nanoTime();
            List<RunRow> page = pageFrom(jdbi, filter, order, cursor);
            nanos.add(System.nanoTime() - begin);
            most = Math.max(most, blocksTouched(jdbi) - blocks);
            assertThat(page).as("%s %s", filter, order).isNotEmpty();
            cursor = page.size() < 51 ? null : RunCursor.after(page.get(49), order);
        }
        Collections.sort(nanos);
        System.out.printf(
                "%d runs, %s, %s: at most %d blocks, median %d us, p95 %d us%n",
                RUNS, filter, order, most, nanos.get(TIMES / 2) / 1_000, nanos.get(TIMES - 2) / 1_000);
        assertThat(most).as("blocks: %s %s", filter, order).isBetween(1L, MOST_BLOCKS);
    }

    private static List<RunRow> pageFrom(Jdbi jdbi, RunFilter filter, RunOrder order, @Nullable RunCursor cursor) {
        return jdbi.inTransaction(handle -> {
            RunDao dao = handle.attach(RunDao.class);
            dao.preferOrderedIndexes("off");
            return dao.findPage(
                    new FilterBinding(filter, null, null, AllowedSources.ALL),
                    cursor != null,
                    cursor == null ? null : cursor.position(),
                    cursor == null ? null : cursor.firstFactAt(),
                    cursor == null ? null : cursor.runId(),
                    51,
                    order.sort().column().expression(),
                    order.sort().column().sqlType(),
                    order.direction().beyond(),
                    order.direction().keyword());
        });
    }

    private static long blocksTouched(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("SELECT CAST(pg_stat_force_next_flush() AS text)")
                    .mapTo(String.class)
                    .list();
            return handle.createQuery("""
                            SELECT CAST(sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit) AS bigint)
                            FROM pg_statio_user_tables
                            WHERE schemaname = 'history'
                            """).mapTo(Long.class).one();
        });
    }

    /** Runs of 200 jobs, the newest 80 active, one in fifty failed, one in eight of contacts. */
    private static void fill(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO run (run_id, job_id, first_fact_at, job_version, job_title, source, type, trigger,
                                             fire_time, requested_at, started_at, completed_at, failed_at, rows, bytes)
                            SELECT CAST(md5(CAST(i AS text)) AS uuid),
                                   CAST('00000000-0000-0000-0000-' || lpad(CAST(i % 200 AS text), 12, '0') AS uuid),
                                   TIMESTAMPTZ '2026-01-01T00:00:00Z' + i * INTERVAL '20 seconds', 1,
                                   'Job ' || i % 200, 'CONTACT_HISTORY', CASE WHEN i % 8 = 0 THEN 'CONTACT' ELSE 'INTERACTION' END,
                                   'SCHEDULE', TIMESTAMPTZ '2026-01-01T00:00:00Z' + i * INTERVAL '20 seconds',
                                   TIMESTAMPTZ '2026-01-01T00:00:00Z' + i * INTERVAL '20 seconds',
                                   TIMESTAMPTZ '2026-01-01T00:00:01Z' + i * INTERVAL '20 seconds',
                                   CASE WHEN i % 50 > 0 AND :runs - 80 > i THEN
                                       TIMESTAMPTZ '2026-01-01T00:00:09Z' + i * INTERVAL '20.001 seconds' END,
                                   CASE WHEN i % 50 = 0 THEN
                                       TIMESTAMPTZ '2026-01-01T00:00:05Z' + i * INTERVAL '20 seconds' END,
                                   i * 7919 % 100003, i * 7919 % 100003 * 1000
                            FROM generate_series(CAST(1 AS bigint), :runs) AS i
                            """).bind("runs", RUNS).execute();
            handle.execute("""
                    INSERT INTO run_progress (run_id, as_of, changed_in) SELECT run_id, first_fact_at, 1 FROM run
                    """);
            handle.execute("VACUUM ANALYZE run");
            handle.execute("VACUUM ANALYZE run_progress");
        });
    }
}
