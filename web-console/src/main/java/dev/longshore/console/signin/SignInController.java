package dev.longshore.console.signin;

import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.oidc.OidcSignIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to everybody: the sign-in page must know what to show. */
@RestController
class SignInController {
    private final ConsoleProperties.AuthMode mode;

    SignInController(ConsoleProperties properties) {
        this.mode = properties.auth().mode();
    }

    @GetMapping("/api/v1/sign-in")
    SignInView signIn() {
        return new SignInView(mode, mode == ConsoleProperties.AuthMode.OIDC ? OidcSignIn.LOCATION : null);
    }
}
