package dev.longshore.console.token;

import dev.longshore.console.Caller;
import dev.longshore.console.Rights;
import dev.longshore.console.user.LocalUsers;
import dev.longshore.console.user.RightsReader;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.ForbiddenException;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Makes, checks and revokes personal access tokens. A revoked one is deleted: the audit log remembers it. */
public class AccessTokenService {
    private static final int MOST_OF_ONE_USER = 20;
    private static final int MOST_LISTED = 500;
    private static final int MOST_DAYS = 365;
    private static final int DAYS = 90;
    private static final int LONGEST_NAME = 100;
    private static final String EVERYBODY = "*";

    /** Noting each use would be a write for each call. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final AccessTokenDao tokens;
    private final LocalUsers users;
    private final AuditTrail trail;
    private final InstantSource clock;

    AccessTokenService(AccessTokenDao tokens, LocalUsers users, AuditTrail trail, InstantSource clock) {
        this.tokens = tokens;
        this.users = users;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who calls with this token: its owner, if enabled, with what both may do at this moment. */
    @Transactional
    public Optional<Caller> callerWith(String token) {
        Instant now = Micros.now(clock);
        Optional<AccessTokenRow> row = Secret.parse(token)
                .flatMap(secret -> tokens.findBySecret(secret.hash()))
                .filter(known -> !known.isExpired(now));
        Optional<Caller> caller = row.flatMap(known -> users.find(known.userName(), Caller.Way.TOKEN)
                .map(owner -> owner.by(Caller.Way.TOKEN, known.rights())));
        if (caller.isPresent()
                && row.filter(known -> isUseWorthNoting(known, now)).isPresent()) {
            // Zero rows: another call noted its use meanwhile, or the token was revoked.
            var unused = tokens.markUsed(row.get().id(), now);
        }
        return caller;
    }

    private static boolean isUseWorthNoting(AccessTokenRow token, Instant now) {
        Instant noted = token.lastUsedAt();
        return noted == null || noted.plus(USE_NOTED_EVERY).isBefore(now);
    }

    /** @param user whose tokens; null for the caller's own, an asterisk for everybody's */
    @Transactional(readOnly = true)
    public TokenListView list(Caller caller, @Nullable String user) {
        if (user != null && !user.equals(caller.name()) && !caller.rights().administers()) {
            throw new ForbiddenException(
                    "forbidden", "Tokens of others are shown to administrators (ADMIN for all sources) only");
        }
        String owner = user == null ? caller.name() : user;
        Instant now = clock.instant();
        return new TokenListView(tokens.list(owner.equals(EVERYBODY) ? null : owner, MOST_LISTED).stream()
                .map(row -> TokenView.of(row, now))
                .toList());
    }

    /** @throws ConflictException when the caller has as many tokens as one may have */
    @Transactional
    public NewTokenView create(Caller caller, CreateTokenRequest request) {
        Instant now = Micros.now(clock);
        AccessTokenRow token = read(caller, request, now);
        if (tokens.lockOwnerAndCount(caller.name()) >= MOST_OF_ONE_USER) {
            throw new ConflictException(
                    "too-many-tokens",
                    "You have %d tokens, which is the limit; revoke one that you do not need"
                            .formatted(MOST_OF_ONE_USER));
        }
        Secret secret = Secret.next();
        if (tokens.insert(
                        token.id(),
                        token.userName(),
                        token.name(),
                        secret.hash(),
                        token.role(),
                        token.sources(),
                        token.createdAt(),
                        token.expiresAt())
                != 1) {
            throw new IllegalStateException("a new token was not stored");
        }
        trail.record(
                entry("TOKEN_CREATED", token)
                        .with("role", token.role())
                        .with("sources", token.rights().sourcesClaim())
                        .with("expiresAt", token.expiresAt()),
                now);
        return new NewTokenView(TokenView.of(token, now), secret.value());
    }

    private static AccessTokenRow read(Caller caller, CreateTokenRequest request, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = request.name() == null ? "" : request.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            problems.add(
                    new FieldProblem("name", request.name(), "must have 1 to %d characters".formatted(LONGEST_NAME)));
        }
        Rights rights = RightsReader.read(request.role(), request.sources(), problems);
        int days = request.expiresInDays() == null ? DAYS : request.expiresInDays();
        if (days < 1 || days > MOST_DAYS) {
            problems.add(new FieldProblem("expiresInDays", days, "must be between 1 and %d".formatted(MOST_DAYS)));
        }
        if (problems.isEmpty() && !caller.rights().contains(new Rights(rights.role(), List.of()))) {
            problems.add(new FieldProblem(
                    "role",
                    rights.role(),
                    "must be no higher than your own, " + caller.rights().role()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return new AccessTokenRow(
                Ids.timeOrdered(now),
                caller.name(),
                name,
                rights.role(),
                rights.sources(),
                now,
                now.plus(Duration.ofDays(days)),
                null);
    }

    /** @throws NotFoundException when there is no such token, or it is not the caller's to revoke */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        Optional<AccessTokenRow> token = tokens.find(id)
                .filter(row ->
                        row.userName().equals(caller.name()) || caller.rights().administers())
                .filter(row -> tokens.delete(id) == 1);
        trail.record(
                token.map(row -> entry("TOKEN_REVOKED", row))
                        .orElseThrow(
                                () -> new NotFoundException("There is no token %s, or it is not yours".formatted(id))),
                Micros.now(clock));
    }

    private static AuditEntry entry(String action, AccessTokenRow token) {
        return AuditEntry.of(action, "TOKEN", token.id()).named(token.name()).with("user", token.userName());
    }
}
