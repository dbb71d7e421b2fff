package dev.longshore.platform.messaging;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the topics that are missing, when a service starts. A service whose broker does not let it in says so in one line
 * that names the settings to look at; it starts all the same, unless {@code spring.kafka.admin.fail-fast} is set.
 */
final class TopicCreation implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final KafkaAdmin admin;
    private final Map<String, Object> settings;
    private final KafkaProperties.Admin wanted;

    /**
     * @param admin throws when the broker is not there, and does nothing by itself
     * @param settings what the admin's client was made of
     */
    TopicCreation(KafkaAdmin admin, Map<String, Object> settings, KafkaProperties.Admin wanted) {
        this.admin = admin;
        this.settings = settings;
        this.wanted = wanted;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!wanted.isAutoCreate()) {
            return;
        }
        try {
            admin.initialize();
        } catch (RuntimeException e) {
            log.error("Topics could not be created. {}", BrokerRefusal.inWords(e, settings));
            if (wanted.isFailFast()) {
                throw e;
            }
        }
    }
}
