package dev.longshore.console.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(LocalUserDao.LocalUserRow.class)
interface LocalUserDao {
    /** @param passwordHash with the scheme's id in front, as {@code {bcrypt}...} */
    record LocalUserRow(String name, String passwordHash, List<String> roles) {
        @Override
        public String toString() {
            return "LocalUserRow[name=" + name + ", roles=" + roles + "]";
        }
    }

    @SqlQuery("""
            SELECT name, password_hash, roles
            FROM local_user
            WHERE name = :name
            """)
    Optional<LocalUserRow> find(String name);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM local_user)")
    boolean hasAny();

    /** Returns 0 when the name is taken, by another instance that starts at this moment too, say. */
    @SqlUpdate("""
            INSERT INTO local_user (name, password_hash, roles, created_at)
            VALUES (:name, :passwordHash, :roles, :createdAt)
            ON CONFLICT (name) DO NOTHING
            """)
    int insert(String name, String passwordHash, List<String> roles, Instant createdAt);
}
