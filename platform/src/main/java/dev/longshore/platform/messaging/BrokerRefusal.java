package dev.longshore.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/**
 * Says in one line why the broker and this service did not come together, and which settings to look at. The line holds no
 * password: of the settings it names the address, the protocol and the mechanism, and it repeats messages only of kinds of
 * failures whose messages hold no values of secret settings.
 */
final class BrokerRefusal {
    private static final int DEEPEST_CAUSE = 20;

    private final List<Throwable> causes;
    private final Map<String, Object> settings;

    private BrokerRefusal(List<Throwable> causes, Map<String, Object> settings) {
        this.causes = causes;
        this.settings = settings;
    }

    /**
     * @param failure what the client threw, wrapped or not
     * @param settings of that client
     */
    static String inWords(Throwable failure, Map<String, Object> settings) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        return new BrokerRefusal(causes, settings).words();
    }

    private String words() {
        String broker = "Kafka at " + settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        if (first(SslAuthenticationException.class).isPresent()) {
            return "%s and this service do not agree on TLS (%s): look at spring.kafka.ssl.bundle or spring.kafka.ssl.trust-store-*, and whether spring.kafka.bootstrap-servers names the broker as its certificate does"
                    .formatted(broker, innermost().getMessage());
        }
        if (first(AuthenticationException.class).isPresent()) {
            return "%s refuses the sign-in: look at user and password in spring.kafka.properties[sasl.jaas.config], and at spring.kafka.properties[sasl.mechanism], which is %s"
                    .formatted(
                            broker,
                            settings.getOrDefault(SaslConfigs.SASL_MECHANISM, SaslConfigs.DEFAULT_SASL_MECHANISM));
        }
        Optional<ConfigException> invalid = first(ConfigException.class);
        if (invalid.isPresent()) {
            return "The settings of Kafka's clients cannot be used (%s): look at spring.kafka.*"
                    .formatted(invalid.get().getMessage());
        }
        if (first(RetriableException.class).isPresent()
                || first(TimeoutException.class).isPresent()) {
            return "%s does not answer by the protocol %s: look at spring.kafka.bootstrap-servers and spring.kafka.security.protocol"
                    .formatted(
                            broker,
                            settings.getOrDefault(
                                    CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                                    CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL));
        }
        return "%s cannot be used (%s): look at spring.kafka.*"
                .formatted(broker, innermost().getClass().getName());
    }

    private <T extends Throwable> Optional<T> first(Class<T> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private Throwable innermost() {
        return causes.get(causes.size() - 1);
    }
}
