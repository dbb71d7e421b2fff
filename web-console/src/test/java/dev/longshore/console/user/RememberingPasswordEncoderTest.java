package dev.longshore.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {
    private final CountingEncoder slow = new CountingEncoder();
    private final RememberingPasswordEncoder encoder = new RememberingPasswordEncoder(slow);

    @Test
    void checks_a_right_password_slowly_once_only() {
        assertThat(encoder.matches("secret", "hash of secret")).isTrue();
        assertThat(encoder.matches("secret", "hash of secret")).isTrue();

        assertThat(slow.checks).isEqualTo(1);
    }

    @Test
    void checks_a_wrong_password_slowly_every_time() {
        assertThat(encoder.matches("guess", "hash of secret")).isFalse();
        assertThat(encoder.matches("guess", "hash of secret")).isFalse();

        assertThat(slow.checks).isEqualTo(2);
    }

    @Test
    void does_not_accept_an_old_password_after_the_change() {
        assertThat(encoder.matches("secret", "hash of secret")).isTrue();

        assertThat(encoder.matches("secret", "hash of another")).isFalse();
    }

    @Test
    void remembers_a_bounded_number_of_passwords() {
        encoder.matches("first", "hash of first");
        for (int i = 0; i < 200; i++) {
            encoder.matches("password " + i, "hash of password " + i);
        }
        slow.checks = 0;

        assertThat(encoder.matches("first", "hash of first")).isTrue();
        assertThat(slow.checks).isEqualTo(1);
    }

    private static final class CountingEncoder implements PasswordEncoder {
        private int checks;

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checks++;
            return encode(password).equals(hash);
        }
    }
}
