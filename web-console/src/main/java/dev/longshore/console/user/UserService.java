package dev.longshore.console.user;

import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Rights;
import dev.longshore.platform.audit.AuditChange;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.platform.web.PreconditionFailedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

/** Administers users. Every change raises the user's version, by which sessions that are older end at their next call. */
class UserService {
    private final LocalUserDao users;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;
    private final InstantSource clock;

    UserService(LocalUserDao users, PasswordEncoder encoder, AuditTrail trail, InstantSource clock) {
        this.users = users;
        this.encoder = encoder;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public UserListView list(@Nullable String part, @Nullable String after, int limit) {
        List<LocalUserRow> rows = users.list(
                part == null ? "" : part.strip().toLowerCase(Locale.ROOT), after == null ? "" : after, limit + 1);
        boolean more = rows.size() > limit;
        List<UserView> shown = rows.stream().limit(limit).map(UserView::of).toList();
        return new UserListView(shown, more ? shown.get(limit - 1).name() : null);
    }

    @Transactional(readOnly = true)
    public UserView require(String name) {
        return UserView.of(row(name));
    }

    /** @throws ConflictException when the name is taken */
    @Transactional
    public NewPasswordView create(CreateUserRequest request, String administrator) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<String> name = request.name() == null ? Optional.empty() : Names.ofNewUser(request.name());
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", request.name(), Names.RULE));
        }
        Rights rights = RightsReader.read(request.role(), request.sources(), problems);
        if (name.isEmpty() || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        String password = GeneratedPassword.next();
        if (users.insert(
                        name.get(),
                        hash(password),
                        rights.role(),
                        rights.sources(),
                        PasswordState.ONE_TIME,
                        Micros.now(clock),
                        administrator)
                == 0) {
            throw new ConflictException(
                    "name-taken", "There is a user %s already; choose another name".formatted(name.get()));
        }
        LocalUserRow created = row(name.get());
        trail.record(entry("USER_CREATED", created).with(changes(null, created)), Micros.now(clock));
        return new NewPasswordView(UserView.of(created), password);
    }

    /** @throws ConflictException when nobody would be left who may administer */
    @Transactional
    public UserView update(String name, IfMatch match, UpdateUserRequest request) {
        List<FieldProblem> problems = new ArrayList<>();
        Rights rights = RightsReader.read(request.role(), request.sources(), problems);
        Boolean enabled = request.enabled();
        if (enabled == null) {
            problems.add(new FieldProblem("enabled", null, "must be true or false"));
        }
        if (enabled == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        users.lockForAdministration();
        LocalUserRow before = row(name);
        if (!match.accepts(before.version())) {
            throw new PreconditionFailedException(
                    "The user was changed meanwhile; read it again and repeat the change");
        }
        if (before.rights().equals(rights) && before.enabled() == enabled) {
            return UserView.of(before);
        }
        boolean administers = before.enabled() && before.rights().administers();
        boolean willAdminister = enabled && rights.administers();
        if (administers && !willAdminister && !users.hasAdministratorBesides(before.name())) {
            throw new ConflictException(
                    "last-administrator",
                    "%s is the last user who may administer; make another user ADMIN for all sources first"
                            .formatted(before.name()));
        }
        changed(users.updateRights(before.name(), before.version(), rights.role(), rights.sources(), enabled));
        LocalUserRow after = row(name);
        trail.record(entry("USER_CHANGED", after).with(changes(before, after)), Micros.now(clock));
        return UserView.of(after);
    }

    @Transactional
    public NewPasswordView resetPassword(String name) {
        users.lockForAdministration();
        LocalUserRow row = row(name);
        String password = GeneratedPassword.next();
        changed(users.updatePassword(row.name(), row.version(), hash(password), PasswordState.ONE_TIME));
        trail.record(entry("USER_PASSWORD_RESET", row), Micros.now(clock));
        return new NewPasswordView(require(name), password);
    }

    private static AuditEntry entry(String action, LocalUserRow user) {
        return AuditEntry.of(action, "USER", user.name()).named(user.name());
    }

    private static List<AuditChange> changes(@Nullable LocalUserRow before, LocalUserRow after) {
        return Stream.of(
                        change("role", before == null ? null : before.role(), after.role()),
                        change(
                                "sources",
                                before == null ? null : before.rights().sourcesClaim(),
                                after.rights().sourcesClaim()),
                        change("enabled", before == null ? null : before.enabled(), after.enabled()))
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
    }

    private static AuditChange change(String field, @Nullable Object from, Object to) {
        return new AuditChange(field, from == null ? null : from.toString(), to.toString());
    }

    private LocalUserRow row(String name) {
        return Names.stored(name)
                .flatMap(users::find)
                .orElseThrow(() -> new NotFoundException("There is no user " + name));
    }

    private String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password was not encoded");
        }
        return hash;
    }

    private static void changed(int count) {
        if (count != 1) {
            throw new IllegalStateException("a locked user changed meanwhile");
        }
    }
}
