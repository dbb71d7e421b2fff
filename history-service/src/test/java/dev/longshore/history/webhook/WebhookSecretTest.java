package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** That other implementations accept the signatures is shown in system-tests, by one of them. */
class WebhookSecretTest {
    @Test
    void a_secret_is_256_bits_in_base64_and_never_the_same() {
        WebhookSecret secret = WebhookSecret.create();
        assertThat(secret.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
        assertThat(secret).isNotEqualTo(WebhookSecret.create());
        assertThatThrownBy(() -> new WebhookSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signature_depends_on_identity_time_body_and_secret() {
        WebhookSecret secret = WebhookSecret.create();
        String signature = secret.sign("one", 1_614_265_330, "{}");
        assertThat(signature).startsWith("v1,").isEqualTo(secret.sign("one", 1_614_265_330, "{}"));
        assertThat(signature)
                .isNotEqualTo(secret.sign("two", 1_614_265_330, "{}"))
                .isNotEqualTo(secret.sign("one", 1_614_265_331, "{}"))
                .isNotEqualTo(secret.sign("one", 1_614_265_330, "{ }"))
                .isNotEqualTo(WebhookSecret.create().sign("one", 1_614_265_330, "{}"));
    }

    @Test
    void a_secret_does_not_show_itself_in_logs() {
        WebhookSecret secret = WebhookSecret.create();
        assertThat("" + secret).doesNotContain(secret.text().substring(6));
    }
}
