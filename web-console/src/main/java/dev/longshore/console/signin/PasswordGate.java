package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.user.LocalUsers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The one gate for the sign-in form, for Basic and for changing a password. In front of it stands what slows guessing
 * down, which also holds for the right password: an answer during the waiting tells nothing. A password that matched
 * before in this process is let in without a write, so that API clients with Basic stay cheap.
 */
final class PasswordGate implements AuthenticationProvider {
    private static final Logger log = LoggerFactory.getLogger(PasswordGate.class);

    private final LocalUsers users;
    private final SignInThrottleService throttle;
    private final SignInService signIns;

    PasswordGate(LocalUsers users, SignInThrottleService throttle, SignInService signIns) {
        this.users = users;
        this.throttle = throttle;
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        if (!(request.getDetails() instanceof Attempt attempt)) {
            throw new IllegalStateException("a sign-in without its address: " + request.getClass());
        }
        Object password = request.getCredentials();
        try {
            return authenticated(
                    check(request.getName(), password == null ? "" : password.toString(), attempt), attempt);
        } catch (ThrottledException | BadCredentialsException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("A sign-in is answered with 503, because users, throttle or audit log are not there", e);
            throw new InternalAuthenticationServiceException("the users cannot be read", e);
        }
    }

    /**
     * @throws ThrottledException when it is too early for another try
     * @throws BadCredentialsException when user or password is wrong
     */
    Caller check(String user, String password, Attempt attempt) {
        refuse(throttle.waitingTime(user, attempt.address()));
        Optional<Caller> remembered = users.remembered(user, password, attempt.way());
        if (remembered.isPresent()) {
            return remembered.get();
        }
        refuse(throttle.begin(user, attempt.address()));
        Optional<Caller> caller = users.check(user, password, attempt.way());
        if (caller.isEmpty()) {
            signIns.refused(user, attempt);
            throw new BadCredentialsException("user or password is wrong");
        }
        throttle.succeeded(user, attempt.address());
        return caller.get();
    }

    private static void refuse(Optional<Duration> waiting) {
        if (waiting.isPresent()) {
            throw new ThrottledException(waiting.get());
        }
    }

    static Authentication authenticated(Caller caller, Object details) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                caller,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + caller.rights().role())));
        token.setDetails(details);
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** @param address of the client */
    record Attempt(String address, Caller.Way way) {}
}
