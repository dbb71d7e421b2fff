package dev.longshore.console.me;

import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(PreferencesView.class)
interface PreferencesDao {
    @SqlQuery("SELECT time_zone, colour_scheme, language FROM preferences WHERE user_name = :userName")
    Optional<PreferencesView> find(String userName);

    @SqlUpdate("""
            INSERT INTO preferences (user_name, time_zone, colour_scheme, language)
            VALUES (:userName, :timeZone, :colourScheme, :language)
            ON CONFLICT (user_name) DO UPDATE
                SET time_zone = :timeZone, colour_scheme = :colourScheme, language = :language
            """)
    int upsert(String userName, @Nullable String timeZone, @Nullable String colourScheme, @Nullable String language);
}
