package dev.longshore.console.token;

import dev.longshore.console.Caller;
import dev.longshore.console.LocalMode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens, and everybody's for administrators; not to be reached with a token. */
@RestController
@LocalMode
@RequestMapping(TokenController.PATH)
@Tag(name = "tokens")
class TokenController {
    static final String PATH = "/api/v1/tokens";

    private final AccessTokenService tokens;

    TokenController(AccessTokenService tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Operation(
            operationId = "listTokens",
            summary = "One's own personal access tokens, newest first",
            description = "For administrators also those of the user named by user, or of everybody with user=*.")
    TokenListView list(@AuthenticationPrincipal Caller caller, @RequestParam(required = false) @Nullable String user) {
        return tokens.list(caller, user);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createToken",
            summary = "Make a token; the answer holds its secret, which is not shown again",
            description = "409 too-many-tokens from the 21st on. Not with a token.")
    ResponseEntity<NewTokenView> create(
            @AuthenticationPrincipal Caller caller, @RequestBody CreateTokenRequest request) {
        NewTokenView created = tokens.create(caller, request);
        return ResponseEntity.created(URI.create(PATH + "/" + created.token().id()))
                .body(created);
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "revokeToken", summary = "Revoke a token; it is refused from the next call on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        tokens.revoke(caller, id);
    }
}
