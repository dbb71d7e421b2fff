package dev.longshore.worker.run;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Cancellations that came before the command that starts their run. */
@RegisterConstructorMapper(CancellationDao.Cancellation.class)
public interface CancellationDao {
    /** @param reason in the user's words; null when none was given */
    record Cancellation(String requestedBy, @Nullable String reason) {}

    @SqlUpdate("""
            INSERT INTO cancellation (run_id, requested_by, reason)
            VALUES (:runId, :requestedBy, :reason)
            ON CONFLICT DO NOTHING
            """)
    boolean insert(UUID runId, String requestedBy, @Nullable String reason);

    @SqlQuery("""
            SELECT requested_by, reason
            FROM cancellation
            WHERE run_id = :runId
            """)
    Optional<Cancellation> find(UUID runId);
}
