package dev.longshore.worker.source;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The source of this worker, and its view of the source's transactions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceProperties.class)
class SourceConfiguration {
    @Bean(destroyMethod = "close")
    SourceConnections sourceConnections(SourceProperties properties) {
        return new SourceConnections(properties);
    }

    @Bean(destroyMethod = "")
    ContactSource contactSource(SourceConnections connections) {
        return new PostgresContactSource(connections);
    }

    @Bean
    WindowClosing windowClosing(SourceConnections connections) {
        return new PostgresWindowClosing(connections);
    }
}
