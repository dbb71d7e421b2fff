package dev.longshore.console.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers, for as long as the process lives, which passwords matched which stored hash, so that an API client that
 * signs each call with Basic does not cost a bcrypt each time (some 60 ms of CPU). A wrong password always costs the
 * full check. What is kept are digests under a key of this process, never a password; a changed hash no longer matches.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {
    private static final int KEPT = 200;
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder slow;
    private final SecretKeySpec key;
    private final Set<ByteBuffer> matched = Collections.synchronizedSet(Collections.newSetFromMap(new Oldest()));

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null || isTooLong(password)) {
            return false;
        }
        ByteBuffer digest = digest(password, hash);
        if (matched.contains(digest)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.add(digest);
        }
        return matches;
    }

    /** Whether this password matched this hash before; says nothing about a password that was not checked yet. */
    boolean remembers(CharSequence password, String hash) {
        return matched.contains(digest(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    /** bcrypt refuses more than 72 bytes; no stored password is longer. */
    private static boolean isTooLong(CharSequence password) {
        return password.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private ByteBuffer digest(CharSequence password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HmacSHA256", e);
        }
    }

    /** Forgets the entry that was added first once there are too many. */
    private static final class Oldest extends LinkedHashMap<ByteBuffer, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > KEPT;
        }
    }
}
