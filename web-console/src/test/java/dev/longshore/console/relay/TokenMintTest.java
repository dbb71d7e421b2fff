package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.Caller;
import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import dev.longshore.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenMintTest {
    private final MutableClock clock = MutableClock.at("2026-11-23T14:00:00Z");

    @Test
    void the_same_caller_gets_the_same_token_for_a_minute() throws Exception {
        TokenMint mint = new TokenMint(clock);
        String first = mint.tokenFor(anna(Role.EXPORTER), "192.0.2.1");

        clock.advance(Duration.ofSeconds(59));
        assertThat(mint.tokenFor(anna(Role.EXPORTER), "192.0.2.1")).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(mint.tokenFor(anna(Role.EXPORTER), "192.0.2.1")).isNotEqualTo(first);
    }

    @Test
    void other_rights_or_another_address_make_another_token_at_once() throws Exception {
        TokenMint mint = new TokenMint(clock);
        String first = mint.tokenFor(anna(Role.EXPORTER), "192.0.2.1");

        assertThat(mint.tokenFor(anna(Role.VIEWER), "192.0.2.1")).isNotEqualTo(first);
        assertThat(mint.tokenFor(anna(Role.EXPORTER), "192.0.2.2")).isNotEqualTo(first);
        assertThat(mint.tokenFor(
                        new Caller(
                                "anna",
                                new Rights(Role.EXPORTER, List.of("IWD")),
                                Caller.Way.SESSION,
                                PasswordState.OWN,
                                1),
                        "192.0.2.1"))
                .isNotEqualTo(first);
    }

    private static Caller anna(Role role) {
        return new Caller("anna", new Rights(role, null), Caller.Way.SESSION, PasswordState.OWN, 1);
    }
}
