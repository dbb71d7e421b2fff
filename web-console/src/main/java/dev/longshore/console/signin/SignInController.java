package dev.longshore.console.signin;

import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.oidc.OidcSignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to everybody: the sign-in page must know what to show. */
@RestController
@Tag(name = "sign-in")
class SignInController {
    private final ConsoleProperties.AuthMode mode;

    SignInController(ConsoleProperties properties) {
        this.mode = properties.auth().mode();
    }

    @GetMapping("/api/v1/sign-in")
    @Operation(
            operationId = "getSignIn",
            summary = "How people sign in here",
            description = "Open to everybody. Sessions begin with POST /sign-in (a form) and end with POST /sign-out.")
    SignInView signIn() {
        return new SignInView(mode, mode == ConsoleProperties.AuthMode.OIDC ? OidcSignIn.LOCATION : null);
    }
}
