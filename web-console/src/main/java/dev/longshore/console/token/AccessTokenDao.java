package dev.longshore.console.token;

import dev.longshore.console.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(AccessTokenRow.class)
interface AccessTokenDao {
    @SqlQuery("""
            SELECT id, user_name, name, role, sources, created_at, expires_at, last_used_at
            FROM access_token
            WHERE secret_hash = :secretHash
            """)
    Optional<AccessTokenRow> findBySecret(byte[] secretHash);

    @SqlQuery("""
            SELECT id, user_name, name, role, sources, created_at, expires_at, last_used_at
            FROM access_token
            WHERE id = :id
            """)
    Optional<AccessTokenRow> find(UUID id);

    /** Newest first. */
    @SqlQuery("""
            SELECT id, user_name, name, role, sources, created_at, expires_at, last_used_at
            FROM access_token
            WHERE :userName::text IS NULL OR user_name = :userName
            ORDER BY created_at DESC, id DESC
            LIMIT :limit
            """)
    List<AccessTokenRow> list(@Nullable String userName, int limit);

    /** Makes others who make tokens for this user wait, so that the limit holds; returns how many there are. */
    @SqlQuery("""
            WITH owner AS (SELECT name FROM local_user WHERE name = :userName FOR UPDATE)
            SELECT count(access_token.id)
            FROM owner
                     LEFT JOIN access_token ON access_token.user_name = owner.name
            """)
    int lockOwnerAndCount(String userName);

    @SqlUpdate("""
            INSERT INTO access_token (id, user_name, name, secret_hash, role, sources, created_at, expires_at)
            VALUES (:id, :userName, :name, :secretHash, :role, :sources, :createdAt, :expiresAt)
            """)
    int insert(
            UUID id,
            String userName,
            String name,
            byte[] secretHash,
            Role role,
            @Nullable List<String> sources,
            Instant createdAt,
            Instant expiresAt);

    @SqlUpdate("""
            UPDATE access_token
            SET last_used_at = :at
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :at)
            """)
    int markUsed(UUID id, Instant at);

    @SqlUpdate("DELETE FROM access_token WHERE id = :id")
    int delete(UUID id);
}
