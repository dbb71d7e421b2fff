package dev.longshore.console.me;

import dev.longshore.console.Caller;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.signin.SessionTimes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "me")
class MeController {
    private final PreferencesService preferences;
    private final Duration sessionLifetime;

    MeController(PreferencesService preferences, ConsoleProperties properties) {
        this.preferences = preferences;
        this.sessionLifetime = properties.auth().sessionLifetime();
    }

    @GetMapping
    @Operation(operationId = "getMe", summary = "Who is signed in, and what he may do")
    MeView me(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        Instant end = Optional.ofNullable(request.getSession(false))
                .flatMap(SessionTimes::of)
                .map(times -> times.signedInAt().plus(sessionLifetime))
                .orElse(null);
        return new MeView(
                caller.name(),
                List.of(caller.rights().role()),
                caller.rights().sources(),
                caller.rights().administers(),
                caller.password() != Caller.PasswordState.OWN,
                wayOf(caller),
                end);
    }

    private static MeView.SignedInBy wayOf(Caller caller) {
        return switch (caller.way()) {
            case SESSION, BASIC -> MeView.SignedInBy.PASSWORD;
            case TOKEN -> MeView.SignedInBy.TOKEN;
            case OIDC -> MeView.SignedInBy.OIDC;
        };
    }

    @GetMapping("/preferences")
    @Operation(operationId = "getPreferences", summary = "How the caller likes the pages")
    PreferencesView preferences(@AuthenticationPrincipal Caller caller) {
        return preferences.of(caller.name());
    }

    @PutMapping("/preferences")
    @Operation(operationId = "updatePreferences", summary = "Keep how the caller likes the pages; the last one wins")
    PreferencesView keep(@AuthenticationPrincipal Caller caller, @RequestBody PreferencesView preferred) {
        return preferences.keep(caller.name(), preferred);
    }
}
