package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Applications that write contacts all the time. Rows are dated when their transaction begins; one transaction in ten stays open
 * for up to two seconds: after it has written, before it writes, or, now and then, prepared for two-phase commit.
 */
final class LateWriters implements AutoCloseable {
    private static final int WRITERS = 24;
    private static final int ONE_LATE_IN = 10;
    private static final int LONGEST_HOLD_MILLIS = 2_000;
    private static final int LONGEST_PAUSE_MILLIS = 30;
    private static final int MOST_ROWS = 30;
    private static final String INSERT =
            "INSERT INTO contact_table (contact_id, tenant_id, modified_date) VALUES (?, 1, now())";

    private final ContactHistoryDatabase database;
    private final AtomicInteger committed = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<?>> writing = new ArrayList<>();

    private LateWriters(ContactHistoryDatabase database) {
        this.database = database;
    }

    /** Starts them; the same seed gives each of them the same transactions. */
    static LateWriters start(ContactHistoryDatabase database, long seed) {
        LateWriters writers = new LateWriters(database);
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            writers.writing.add(writers.threads.submit(() -> {
                writers.write(number, new Random(seed + number));
                return null;
            }));
        }
        return writers;
    }

    /** Rows that are committed by now. */
    int rows() {
        return committed.get();
    }

    private void write(int writer, Random random) throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int transaction = 0; isGoingOn(random.nextInt(LONGEST_PAUSE_MILLIS)); transaction++) {
                write(connection, insert, "%d-%d".formatted(writer, transaction), random);
            }
        }
    }

    private void write(Connection connection, PreparedStatement insert, String transaction, Random random)
            throws SQLException, InterruptedException {
        boolean late = random.nextInt(ONE_LATE_IN) == 0;
        int way = random.nextInt(transaction.startsWith("0-") ? 3 : 2);
        int hold = random.nextInt(LONGEST_HOLD_MILLIS);
        if (late && way == 0) {
            execute(connection, "SELECT now()");
            isGoingOn(hold);
        }
        int rows = 1 + random.nextInt(MOST_ROWS);
        for (int row = 0; row < rows; row++) {
            insert.setString(1, transaction + "-" + row);
            insert.addBatch();
        }
        insert.executeBatch();
        if (late && way == 1) {
            isGoingOn(hold);
        }
        if (late && way == 2) {
            execute(connection, "PREPARE TRANSACTION '" + transaction + "'");
            isGoingOn(hold);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "COMMIT PREPARED '" + transaction + "'");
            connection.setAutoCommit(false);
        }
        connection.commit();
        committed.addAndGet(rows);
    }

    /** Waits, and answers whether the writers are to go on after that. */
    private boolean isGoingOn(int millis) throws InterruptedException {
        return !stopped.await(millis, TimeUnit.MILLISECONDS);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every transaction that was begun is committed when this returns. */
    @Override
    public void close() {
        stopped.countDown();
        threads.shutdown();
        for (Future<?> writer : writing) {
            try {
                writer.get(120, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("a writer did not end well", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(rows()).as("rows of the writers").isPositive();
    }
}
