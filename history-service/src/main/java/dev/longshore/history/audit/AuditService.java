package dev.longshore.history.audit;

import dev.longshore.history.audit.AuditDao.AuditRow;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log as administrators read it. */
class AuditService {
    private static final int PAGE_OF_ALL = 1_000;

    private final AuditDao dao;
    private final AuditCodec codec;
    private final TransactionTemplate reading;

    AuditService(AuditDao dao, AuditCodec codec, TransactionTemplate reading) {
        this.dao = dao;
        this.codec = codec;
        this.reading = reading;
    }

    AuditListView list(AuditFilter filter, @Nullable AuditCursor cursor, int limit) {
        List<AuditRow> rows = page(filter, cursor, limit + 1);
        boolean more = rows.size() > limit;
        List<AuditRow> page = more ? rows.subList(0, limit) : rows;
        return new AuditListView(
                page.stream().map(codec::viewOf).toList(),
                more ? after(page.get(limit - 1)).encode() : null);
    }

    /** All records of a filter, newest first, a page at a time: memory does not grow with the log. */
    void forEach(AuditFilter filter, Consumer<AuditRow> action) {
        AuditCursor cursor = null;
        while (true) {
            List<AuditRow> rows = page(filter, cursor, PAGE_OF_ALL);
            rows.forEach(action);
            if (rows.size() < PAGE_OF_ALL) {
                return;
            }
            cursor = after(rows.get(rows.size() - 1));
        }
    }

    private List<AuditRow> page(AuditFilter filter, @Nullable AuditCursor cursor, int limit) {
        List<AuditRow> rows = reading.execute(status -> dao.findPage(
                filter,
                cursor != null,
                cursor == null ? null : cursor.occurredAt(),
                cursor == null ? null : cursor.eventId(),
                limit));
        return rows == null ? List.of() : rows;
    }

    private static AuditCursor after(AuditRow row) {
        return new AuditCursor(row.occurredAt(), row.eventId());
    }

    /**
     * Which records a list holds; null admits all.
     *
     * @param subject identity of what an act was done to
     * @param from done at or after
     * @param to done before
     * @param q part of the actor, the subject's name or identity, the address or a changed value, in any case
     */
    public record AuditFilter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable String subject,
            @Nullable String source,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String q) {}
}
