package dev.longshore.standalone;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords that nobody has to know: made at the first start, kept in the home. */
final class Secrets {

    private static final int BYTES = 24;

    private final Home home;
    private final Properties properties;
    private final SecureRandom random = new SecureRandom();

    Secrets(Home home) {
        this.home = home;
        properties = Home.read(home.secrets());
    }

    /** The password of that name; a new one is on disk before it is returned. */
    String password(String name) {
        var known = properties.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        properties.setProperty(name, made);
        Home.write(
                home.secrets(),
                properties,
                "Passwords of this Longshore installation. Without them its data cannot be read.");
        return made;
    }
}
