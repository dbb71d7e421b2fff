package dev.longshore.console.user;

import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(LocalUserRow.class)
interface LocalUserDao {
    @SqlQuery("""
            SELECT name, password_hash, role, sources, enabled, password_state, version, created_at, created_by,
                   last_signed_in_at
            FROM local_user
            WHERE name = :name
            """)
    Optional<LocalUserRow> find(String name);

    @SqlQuery("""
            SELECT name, password_hash, role, sources, enabled, password_state, version, created_at, created_by,
                   last_signed_in_at
            FROM local_user
            WHERE name > :after AND position(:part IN name) > 0
            ORDER BY name
            LIMIT :limit
            """)
    List<LocalUserRow> list(String part, String after, int limit);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM local_user)")
    boolean hasAny();

    /** Returns 0 when the name is taken, by another instance that starts at this moment too, say. */
    @SqlUpdate("""
            INSERT INTO local_user (name, password_hash, role, sources, password_state, created_at, created_by)
            VALUES (:name, :passwordHash, :role, :sources, :passwordState, :createdAt, :createdBy)
            ON CONFLICT (name) DO NOTHING
            """)
    int insert(
            String name,
            String passwordHash,
            Role role,
            @Nullable List<String> sources,
            PasswordState passwordState,
            Instant createdAt,
            @Nullable String createdBy);

    /** Changes what a user may do. Others who change users wait; so nobody else can take the last administrator away. */
    @SqlUpdate("LOCK TABLE local_user IN SHARE ROW EXCLUSIVE MODE")
    void lockForAdministration();

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM local_user
                           WHERE role = 'ADMIN' AND sources IS NULL AND enabled AND name <> :name)
            """)
    boolean hasAdministratorBesides(String name);

    @SqlUpdate("""
            UPDATE local_user
            SET role = :role, sources = :sources, enabled = :enabled, version = version + 1
            WHERE name = :name AND version = :version
            """)
    int updateRights(String name, long version, Role role, @Nullable List<String> sources, boolean enabled);

    @SqlUpdate("""
            UPDATE local_user
            SET password_hash = :passwordHash, password_state = :passwordState, version = version + 1
            WHERE name = :name AND version = :version
            """)
    int updatePassword(String name, long version, String passwordHash, PasswordState passwordState);

    @SqlUpdate("UPDATE local_user SET last_signed_in_at = :at WHERE name = :name")
    int markSignedIn(String name, Instant at);
}
