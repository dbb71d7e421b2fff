package dev.longshore.console.signin;

import dev.longshore.console.Caller;
import dev.longshore.console.LocalMode;
import dev.longshore.console.user.PasswordService;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changing one's own password: the present one is asked for again, and guessing it is slowed down like a sign-in. */
@RestController
@LocalMode
@Tag(name = "me")
class PasswordController {
    private final PasswordGate gate;
    private final PasswordService passwords;
    private final SecurityContextRepository sessions;
    private final RefusalResolver refusals;

    PasswordController(
            PasswordGate gate,
            PasswordService passwords,
            SecurityContextRepository sessions,
            RefusalResolver refusals) {
        this.gate = gate;
        this.passwords = passwords;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @PostMapping("/api/v1/me/password")
    @ApiResponse(responseCode = "204", description = "No Content")
    @Operation(
            operationId = "changePassword",
            summary = "Change one's own password; this session goes on, the others of the user end",
            description = "Local mode only. 429 with Retry-After after too many wrong present passwords.")
    void change(
            @RequestBody ChangePasswordRequest body,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String current = body.currentPassword();
        String chosen = body.newPassword();
        if (current == null || chosen == null) {
            List<FieldProblem> problems = new ArrayList<>();
            addIfMissing(problems, "currentPassword", current == null);
            addIfMissing(problems, "newPassword", chosen == null);
            throw new InvalidRequestException(problems);
        }
        try {
            gate.check(caller.name(), current, new PasswordGate.Attempt(request.getRemoteAddr(), caller.way()));
        } catch (ThrottledException e) {
            refusals.throttled(response, e);
            return;
        } catch (BadCredentialsException e) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem("currentPassword", null, "is not your present password")));
        }
        Caller changed = passwords.change(caller, chosen);
        if (caller.password() == Caller.PasswordState.GENERATED) {
            passwords.forgetGenerated();
        }
        if (caller.way() == Caller.Way.SESSION) {
            goOn(changed, request, response);
        }
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    /** This session goes on, under another id; others of the user end, since they know the version before. */
    private void goOn(Caller changed, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                PasswordGate.authenticated(changed, new PasswordGate.Attempt(request.getRemoteAddr(), changed.way())));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    private static void addIfMissing(List<FieldProblem> problems, String field, boolean missing) {
        if (missing) {
            problems.add(new FieldProblem(field, null, "must not be missing"));
        }
    }
}
