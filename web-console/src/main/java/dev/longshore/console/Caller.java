package dev.longshore.console;

import java.security.Principal;

/**
 * Who makes a call, as found at this very call: rights are never older than it.
 *
 * @param name of the user; with OIDC, of the provider's subject
 * @param rights what the call may do
 * @param way how the caller proved who he is
 * @param password whose password it is that the user has
 * @param version of the user's record, which rises when a session must end; 0 where there is no record
 */
public record Caller(String name, Rights rights, Way way, PasswordState password, long version) implements Principal {
    /** How a caller proves who he is. */
    public enum Way {
        SESSION,
        BASIC,
        TOKEN,
        OIDC
    }

    /** Who else knows a user's password. */
    public enum PasswordState {
        /** Chosen by the user; nobody else. */
        OWN,
        /** Of the first administrator, generated into a file that only the owner of the installation reads. */
        GENERATED,
        /** Handed over by an administrator. */
        ONE_TIME
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * Whether nothing else is open until the password was changed. The generated one of the first administrator goes on
     * opening the interface for API clients (Basic): whoever starts an installation by a script has no other.
     */
    public boolean mustChangePasswordFirst() {
        return password == PasswordState.ONE_TIME || (password == PasswordState.GENERATED && way == Way.SESSION);
    }

    /** The same user with the rights of something made for less, a token. */
    public Caller by(Way otherWay, Rights limit) {
        return new Caller(name, limit.within(rights), otherWay, password, version);
    }
}
