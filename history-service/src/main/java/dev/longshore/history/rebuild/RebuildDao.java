package dev.longshore.history.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Rebuilds and how far they have come. Leases use the clock of the database. */
interface RebuildDao {
    /** @return whether no other rebuild is under way */
    @SqlUpdate("""
            INSERT INTO rebuild (rebuild_id, state, requested_by, requested_at, began_in)
            VALUES (:id, 'RUNNING', :user, :at, CAST(CAST(pg_current_xact_id() AS text) AS bigint))
            ON CONFLICT DO NOTHING
            """)
    boolean insertUnlessUnderWay(UUID id, String user, Instant at);

    @SqlQuery("""
            SELECT r.rebuild_id, r.state, r.requested_by, r.requested_at, r.ended_at, r.unreadable, r.failure,
                   CAST(COALESCE(sum(p.next_offset - p.begin_offset), 0) AS bigint) AS events,
                   CAST(sum(p.end_offset - p.begin_offset) AS bigint) AS events_total
            FROM rebuild r LEFT JOIN rebuild_position p ON p.rebuild_id = r.rebuild_id
            GROUP BY r.rebuild_id
            ORDER BY r.requested_at DESC
            LIMIT 1
            """)
    @RegisterConstructorMapper(RebuildRow.class)
    Optional<RebuildRow> findLatest();

    /** Takes the rebuild under way on, unless another instance has it. */
    @SqlQuery("""
            UPDATE rebuild
            SET epoch = epoch + 1, lease_until = clock_timestamp() + :lease
            WHERE state = 'RUNNING' AND (lease_until IS NULL OR clock_timestamp() >= lease_until)
            RETURNING rebuild_id, epoch
            """)
    @RegisterConstructorMapper(Claim.class)
    Optional<Claim> claim(Duration lease);

    /** @return whether the rebuild is still this claim's */
    @SqlUpdate("""
            UPDATE rebuild SET lease_until = clock_timestamp() + :lease
            WHERE rebuild_id = :rebuildId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean renew(@BindMethods Claim claim, Duration lease);

    @SqlUpdate("""
            UPDATE rebuild SET lease_until = NULL
            WHERE rebuild_id = :rebuildId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean release(@BindMethods Claim claim);

    @SqlUpdate("""
            UPDATE rebuild SET unreadable = unreadable + 1 WHERE rebuild_id = :rebuildId AND epoch = :epoch
            """)
    boolean addUnreadable(@BindMethods Claim claim);

    /** Notes anew that the shadow was made in this transaction. */
    @SqlUpdate("""
            UPDATE rebuild SET began_in = CAST(CAST(pg_current_xact_id() AS text) AS bigint), unreadable = 0
            WHERE rebuild_id = :rebuildId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean markBegun(@BindMethods Claim claim);

    @SqlUpdate("""
            UPDATE rebuild SET state = 'COMPLETED', ended_at = clock_timestamp()
            WHERE rebuild_id = :rebuildId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean markCompleted(@BindMethods Claim claim);

    @SqlUpdate("""
            UPDATE rebuild SET state = 'FAILED', ended_at = clock_timestamp(), failure = :cause
            WHERE rebuild_id = :rebuildId AND epoch = :epoch AND state = 'RUNNING'
            """)
    boolean markFailed(@BindMethods Claim claim, String cause);

    @SqlUpdate("""
            UPDATE rebuild SET state = 'CANCELLED', ended_at = clock_timestamp() WHERE state = 'RUNNING'
            """)
    boolean markCancelled();

    @SqlUpdate("""
            INSERT INTO rebuild_position (rebuild_id, partition, begin_offset, next_offset, end_offset)
            VALUES (:rebuildId, :partition, :beginOffset, :beginOffset, :endOffset)
            ON CONFLICT DO NOTHING
            """)
    boolean insertPosition(UUID rebuildId, @BindMethods Extent extent);

    @SqlQuery("""
            SELECT partition, next_offset, end_offset
            FROM rebuild_position
            WHERE rebuild_id = :rebuildId
            ORDER BY partition
            LIMIT 10000
            """)
    @RegisterConstructorMapper(Position.class)
    List<Position> findPositions(UUID rebuildId);

    @SqlUpdate("""
            UPDATE rebuild_position SET next_offset = :next
            WHERE rebuild_id = :rebuildId AND partition = :partition AND :next > next_offset
            """)
    boolean advance(UUID rebuildId, int partition, long next);

    @SqlUpdate("""
            DELETE FROM rebuild_position WHERE rebuild_id = :rebuildId
            """)
    int deletePositions(UUID rebuildId);

    /**
     * The right of one instance to go on with a rebuild.
     *
     * @param epoch rises with each claim; each step of the rebuild names it
     */
    record Claim(UUID rebuildId, long epoch) {}

    /**
     * What one partition of the topic holds.
     *
     * @param beginOffset offset of its first message
     * @param endOffset offset that its next message will have
     */
    record Extent(int partition, long beginOffset, long endOffset) {}
}
