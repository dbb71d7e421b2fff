package dev.longshore.console.signin;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(SignInThrottleDao.ThrottleRow.class)
interface SignInThrottleDao {
    record ThrottleRow(int failures, Instant lastAt, Instant blockedUntil) {}

    @SqlQuery("SELECT max(blocked_until) FROM sign_in_throttle WHERE subject IN (:user, :address)")
    Optional<Instant> findBlockedUntil(byte[] user, byte[] address);

    @SqlUpdate("""
            INSERT INTO sign_in_throttle (subject, failures, last_at, blocked_until)
            VALUES (:subject, 0, :now, :now)
            ON CONFLICT (subject) DO NOTHING
            """)
    int insertIfAbsent(byte[] subject, Instant now);

    @SqlQuery("SELECT failures, last_at, blocked_until FROM sign_in_throttle WHERE subject = :subject FOR UPDATE")
    ThrottleRow lock(byte[] subject);

    @SqlUpdate("""
            UPDATE sign_in_throttle
            SET failures = :failures, last_at = :lastAt, blocked_until = :blockedUntil
            WHERE subject = :subject
            """)
    int update(byte[] subject, int failures, Instant lastAt, Instant blockedUntil);

    /** Takes back one failure that was counted in advance. */
    @SqlUpdate("""
            UPDATE sign_in_throttle
            SET failures = GREATEST(failures - 1, 0), blocked_until = :now
            WHERE subject = :subject
            """)
    int forgive(byte[] subject, Instant now);

    @SqlUpdate("DELETE FROM sign_in_throttle WHERE subject = :subject")
    int delete(byte[] subject);

    /** Clears a bounded number of old ones away; rows that others hold are left for the next time. */
    @SqlUpdate("""
            DELETE FROM sign_in_throttle
            WHERE subject IN (SELECT subject FROM sign_in_throttle
                              WHERE last_at < :before AND blocked_until < :before
                              LIMIT 100 FOR UPDATE SKIP LOCKED)
            """)
    int deleteForgotten(Instant before);
}
