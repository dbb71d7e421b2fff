package dev.longshore.console.signin;

import java.util.Locale;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The users of the console's own database, read afresh for each sign-in and each Basic call. */
final class LocalUsers implements UserDetailsService {
    private final LocalUserDao dao;

    LocalUsers(LocalUserDao dao) {
        this.dao = dao;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        // PostgreSQL's text cannot hold NUL: such a name is nobody's.
        String stored = name.strip().toLowerCase(Locale.ROOT);
        if (stored.indexOf('\0') >= 0) {
            throw new UsernameNotFoundException("no such user");
        }
        LocalUserDao.LocalUserRow row =
                dao.find(stored).orElseThrow(() -> new UsernameNotFoundException("no such user"));
        return User.withUsername(row.name())
                .password(row.passwordHash())
                .roles(row.roles().toArray(String[]::new))
                .build();
    }
}
