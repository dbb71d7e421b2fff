package dev.longshore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class ConfigurationPropertiesTest {
    @Test
    void has_these_defaults() {
        ConsoleProperties properties = bind(Map.of("admin-password-file", "/home/first"));

        assertThat(properties.auth())
                .isEqualTo(new ConsoleProperties.Auth(
                        ConsoleProperties.AuthMode.LOCAL,
                        Duration.ofHours(12),
                        new ConsoleProperties.Oidc(
                                "",
                                "longshore",
                                "",
                                "longshore-api",
                                "roles",
                                "VIEWER",
                                "EXPORTER",
                                "ADMIN",
                                "",
                                "preferred_username")));
        assertThat(properties.services())
                .isEqualTo(new ConsoleProperties.Services(
                        URI.create("http://127.0.0.1:8081"), URI.create("http://127.0.0.1:8083")));
        assertThat(properties.relay())
                .isEqualTo(new ConsoleProperties.Relay(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(15),
                        DataSize.ofMegabytes(1)));
    }

    @Test
    void maps_each_property() {
        Map<String, String> values = new HashMap<>();
        values.put("auth.mode", "oidc");
        values.put("auth.oidc.issuer", "https://id.example");
        values.put("auth.oidc.client-id", "a");
        values.put("auth.oidc.client-secret", "b");
        values.put("auth.oidc.audience", "c");
        values.put("auth.oidc.roles-claim", "d");
        values.put("auth.oidc.viewer-role", "e");
        values.put("auth.oidc.exporter-role", "f");
        values.put("auth.oidc.admin-role", "g");
        values.put("auth.oidc.sources-claim", "h");
        values.put("auth.oidc.user-claim", "i");
        values.put("auth.session-lifetime", "5h");
        values.put("admin-password-file", "/var/lib/longshore/first");
        values.put("services.scheduler", "http://scheduler:1");
        values.put("services.history", "http://history:2");
        values.put("relay.connect-timeout", "1s");
        values.put("relay.response-timeout", "2s");
        values.put("relay.stream-lifetime", "3m");
        values.put("relay.max-request-body", "4KB");

        assertThat(bind(values))
                .isEqualTo(new ConsoleProperties(
                        new ConsoleProperties.Auth(
                                ConsoleProperties.AuthMode.OIDC,
                                Duration.ofHours(5),
                                new ConsoleProperties.Oidc(
                                        "https://id.example", "a", "b", "c", "d", "e", "f", "g", "h", "i")),
                        Path.of("/var/lib/longshore/first"),
                        new ConsoleProperties.Services(
                                URI.create("http://scheduler:1"), URI.create("http://history:2")),
                        new ConsoleProperties.Relay(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(3),
                                DataSize.ofKilobytes(4))));
    }

    @Test
    void refuses_a_way_to_sign_in_that_is_not_offered() {
        assertThatThrownBy(() -> bind(Map.of("auth.mode", "kerberos"))).isInstanceOf(BindException.class);
    }

    @Test
    void the_password_file_lies_in_the_home_of_the_user_by_default() throws Exception {
        var yaml = new YamlPropertySourceLoader()
                .load("web-console.yml", new ClassPathResource("web-console.yml"))
                .get(0);

        assertThat(yaml.getProperty("longshore.console.admin-password-file"))
                .isEqualTo("${user.home}/.longshore/admin-password");
    }

    private static ConsoleProperties bind(Map<String, String> values) {
        Map<String, String> prefixed = new HashMap<>();
        values.forEach((name, value) -> prefixed.put("longshore.console." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("longshore.console", ConsoleProperties.class);
    }
}
