package dev.longshore.worker.lease;

import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.RecordingOutbox;
import dev.longshore.worker.event.RunSettingsCodec;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import dev.longshore.worker.testing.RunCommands;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules of tasks and leases on a real database, without threads; time there moves when a test says so. */
final class LedgerContext implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final RecordingOutbox outbox = new RecordingOutbox();

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    LedgerContext(PostgresExtension postgres) {
        DataSource database = postgres.migrated("worker", "classpath:db/platform", "classpath:db/worker");
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(Outbox.class, () -> outbox);
        context.register(Transactions.class, JdbiConfiguration.class, LeaseConfiguration.class);
        context.scan(
                "dev.longshore.worker.run",
                "dev.longshore.worker.task",
                "dev.longshore.worker.event",
                "dev.longshore.worker.outcome");
        context.refresh();
    }

    TaskLedger ledger() {
        return context.getBean(TaskLedger.class);
    }

    TaskDao tasks() {
        return context.getBean(TaskDao.class);
    }

    RunDao runs() {
        return context.getBean(RunDao.class);
    }

    RecordingOutbox outbox() {
        return outbox;
    }

    /** A run with one free task. */
    TaskId aFreeTask(String name, TaskKind kind) {
        RunCommands commands = RunCommands.aRun(name);
        RunId run = new RunId(commands.runId());
        inTransaction(() -> {
            runs().insert(
                            run.value(),
                            commands.jobId(),
                            RunSettingsCodec.settingsOf(commands.start().getStartRun()));
            RunRow row = runs().lock(run.value()).orElseThrow();
            context.getBean(FreeTasks.class).add(row, kind, 1);
        });
        return TaskId.of(run, kind, 1);
    }

    static RunId runOf(String name) {
        return new RunId(Ids.nameBased("test-run", name));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    /** Lets time pass for all tasks: what was due later is due that much sooner. */
    void pass(long millis) {
        context.getBean(Jdbi.class)
                .useHandle(handle ->
                        handle.createUpdate("""
                        UPDATE task
                        SET lease_until = lease_until - :millis * interval '1 millisecond',
                            not_before = not_before - :millis * interval '1 millisecond',
                            announced_at = announced_at - :millis * interval '1 millisecond'
                        """).bind("millis", millis).execute());
    }

    @Override
    public void close() {
        context.close();
    }
}
