package dev.longshore.history.audit;

import dev.longshore.history.audit.AuditService.AuditFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The audit log. There is no statement that changes or deletes a record, and the database would refuse it. */
interface AuditDao {
    /** A record of the audit log; changes are a JSON array. */
    record AuditRow(
            UUID eventId,
            Instant occurredAt,
            String actor,
            @Nullable String role,
            @Nullable String address,
            String action,
            String subjectKind,
            String subjectId,
            @Nullable String subjectName,
            @Nullable String source,
            String changes) {}

    /** False when the record was stored before. */
    @SqlUpdate("""
            INSERT INTO audit_record (event_id, occurred_at, actor, role, address, action, subject_kind, subject_id,
                                      subject_name, source, changes)
            VALUES (:eventId, :occurredAt, :actor, :role, :address, :action, :subjectKind, :subjectId, :subjectName,
                    :source, :changes)
            ON CONFLICT DO NOTHING
            """)
    boolean insertIfFirst(@BindMethods AuditRow row);

    /** @param positioned whether the page begins beyond the position; without, the position means nothing */
    @SqlQuery("""
            SELECT event_id, occurred_at, actor, role, address, action, subject_kind, subject_id, subject_name, source,
                   changes
            FROM audit_record
            WHERE (CAST(:actor AS text) IS NULL OR actor = :actor)
              AND (CAST(:action AS text) IS NULL OR action = :action)
              AND (CAST(:subjectKind AS text) IS NULL OR subject_kind = :subjectKind)
              AND (CAST(:subject AS text) IS NULL OR subject_id = :subject)
              AND (CAST(:source AS text) IS NULL OR source = :source)
              AND (CAST(:from AS timestamptz) IS NULL OR occurred_at >= :from)
              AND (CAST(:to AS timestamptz) IS NULL OR :to > occurred_at)
              AND (CAST(:q AS text) IS NULL
                   OR strpos(lower(concat_ws(' ', actor, subject_name, subject_id, address, changes)), lower(:q)) > 0)
              AND (NOT :positioned OR (CAST(:occurredAt AS timestamptz), CAST(:eventId AS uuid))
                    > (occurred_at, event_id))
            ORDER BY occurred_at DESC, event_id DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(AuditRow.class)
    List<AuditRow> findPage(
            @BindMethods AuditFilter filter,
            boolean positioned,
            @Nullable Instant occurredAt,
            @Nullable UUID eventId,
            int limit);
}
