package dev.longshore.console.user;

import dev.longshore.console.Caller;
import dev.longshore.console.LocalMode;
import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Who is let in at all, and who may come near this, is decided before: administrators, by session or Basic. */
@RestController
@LocalMode
@RequestMapping(UserController.PATH)
@Tag(name = "users")
class UserController {
    static final String PATH = "/api/v1/users";

    private static final int MOST = 500;

    private final UserService users;

    UserController(UserService users) {
        this.users = users;
    }

    @GetMapping
    @Operation(operationId = "listUsers", summary = "Local users by name; q is a part of it")
    UserListView list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidRequestException.of("limit", limit, "must be between 1 and " + MOST);
        }
        return users.list(q, cursor, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createUser",
            summary = "Make a user; the answer holds a password for one use, which is not shown again")
    ResponseEntity<NewPasswordView> create(
            @RequestBody CreateUserRequest request, @AuthenticationPrincipal Caller caller) {
        NewPasswordView created = users.create(request, caller.name());
        return ResponseEntity.created(URI.create(
                        PATH + "/" + UriUtils.encodePathSegment(created.user().name(), StandardCharsets.UTF_8)))
                .eTag(IfMatch.tagOf(created.user().version()))
                .body(created);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getUser", summary = "One user")
    ResponseEntity<UserView> get(@PathVariable String name) {
        return tagged(users.require(name));
    }

    @PutMapping("/{name}")
    @Operation(
            operationId = "updateUser",
            summary = "Change what a user may do; If-Match holds the ETag of the version that was edited",
            description = "Ends the user's sessions. 409 last-administrator when nobody would be left to administer.")
    ResponseEntity<UserView> update(
            @PathVariable String name,
            @RequestBody UpdateUserRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(users.update(name, IfMatch.of(ifMatch, "user"), request));
    }

    @PostMapping("/{name}/reset-password")
    @Operation(operationId = "resetPassword", summary = "Give a user a new password for one use, and end his sessions")
    ResponseEntity<NewPasswordView> resetPassword(@PathVariable String name) {
        NewPasswordView reset = users.resetPassword(name);
        return ResponseEntity.ok().eTag(IfMatch.tagOf(reset.user().version())).body(reset);
    }

    private static ResponseEntity<UserView> tagged(UserView user) {
        return ResponseEntity.ok().eTag(IfMatch.tagOf(user.version())).body(user);
    }
}
