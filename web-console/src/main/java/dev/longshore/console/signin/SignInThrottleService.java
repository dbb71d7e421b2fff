package dev.longshore.console.signin;

import dev.longshore.console.signin.SignInThrottleDao.ThrottleRow;
import dev.longshore.platform.time.Micros;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down, for each user and for each address, in the database, so that every instance counts all tries. A
 * try counts as failed before the password is looked at, and is taken back when it was right: any number of tries at once
 * get no further than the same number one after the other. Users that do not exist are counted like those that do.
 */
class SignInThrottleService {
    private final SignInThrottleDao tries;
    private final InstantSource clock;

    SignInThrottleService(SignInThrottleDao tries, InstantSource clock) {
        this.tries = tries;
        this.clock = clock;
    }

    /** How long this user from this address must wait; empty if not at all. Counts nothing. */
    @Transactional(readOnly = true)
    public Optional<Duration> waitingTime(String user, String address) {
        return remaining(tries.findBlockedUntil(ofUser(user), ofAddress(address)), Micros.now(clock));
    }

    /** Counts a try as failed; if it may not be made yet counts nothing and returns how long to wait. */
    @Transactional
    public Optional<Duration> begin(String user, String address) {
        Instant now = Micros.now(clock);
        byte[] userSubject = ofUser(user);
        byte[] addressSubject = ofAddress(address);
        // Always in this order, so that no two tries wait for each other.
        ThrottleRow ofAddress = locked(addressSubject, now);
        ThrottleRow ofUser = locked(userSubject, now);
        Instant blockedUntil = ofAddress.blockedUntil().isAfter(ofUser.blockedUntil())
                ? ofAddress.blockedUntil()
                : ofUser.blockedUntil();
        Optional<Duration> waiting = remaining(Optional.of(blockedUntil), now);
        if (waiting.isEmpty()) {
            count(addressSubject, ofAddress, DelayPolicy.FOR_AN_ADDRESS, now);
            count(userSubject, ofUser, DelayPolicy.FOR_A_USER, now);
        }
        return waiting;
    }

    /** The password was right: the user starts anew, the address gets back this one try. */
    @Transactional
    public void succeeded(String user, String address) {
        Instant now = Micros.now(clock);
        // Zero rows: forgotten meanwhile.
        var unusedForgiven = tries.forgive(ofAddress(address), now);
        var unusedDeleted = tries.delete(ofUser(user));
        var unusedOld = tries.deleteForgotten(now.minus(DelayPolicy.MEMORY));
    }

    private ThrottleRow locked(byte[] subject, Instant now) {
        // Zero rows: it is known already.
        var unused = tries.insertIfAbsent(subject, now);
        return tries.lock(subject);
    }

    private void count(byte[] subject, ThrottleRow row, DelayPolicy policy, Instant now) {
        boolean forgotten = row.lastAt().plus(DelayPolicy.MEMORY).isBefore(now);
        int failures = forgotten ? 1 : row.failures() + 1;
        if (tries.update(subject, failures, now, now.plus(policy.after(failures))) != 1) {
            throw new IllegalStateException("a locked count of sign-ins vanished");
        }
    }

    private static Optional<Duration> remaining(Optional<Instant> blockedUntil, Instant now) {
        return blockedUntil.filter(until -> until.isAfter(now)).map(until -> Duration.between(now, until));
    }

    private static byte[] ofUser(String user) {
        return digest("user " + user.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] ofAddress(String address) {
        return digest("address " + address);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
