package dev.longshore.console.signin;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class MeController {
    @GetMapping("/api/v1/me")
    MeView me(Authentication user) {
        List<Role> roles =
                Arrays.stream(Role.values()).filter(role -> has(user, role)).toList();
        return new MeView(user.getName(), roles);
    }

    private static boolean has(Authentication user, Role role) {
        return user.getAuthorities().stream().anyMatch(granted -> ("ROLE_" + role).equals(granted.getAuthority()));
    }
}
