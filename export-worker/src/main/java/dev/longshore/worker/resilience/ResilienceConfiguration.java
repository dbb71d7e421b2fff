package dev.longshore.worker.resilience;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.worker.failure.FailureClassifier;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.WindowClosing;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the guards before the ports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ResilienceProperties.class, ArtifactProperties.class})
class ResilienceConfiguration {
    @Bean
    FailureClassifier failureClassifier() {
        return new FailureClassifier();
    }

    @Bean
    CallGuard sourceGuard(ResilienceProperties properties, FailureClassifier classifier, MeterRegistry meters) {
        return new CallGuard("source", properties, classifier, meters);
    }

    @Bean
    CallGuard storeGuard(ResilienceProperties properties, FailureClassifier classifier, MeterRegistry meters) {
        return new CallGuard("artifact-store", properties, classifier, meters);
    }

    @Bean(destroyMethod = "")
    @Primary
    ContactSource guardedContactSource(
            @Qualifier("contactSource") ContactSource source, @Qualifier("sourceGuard") CallGuard guard) {
        return new GuardedContactSource(source, guard);
    }

    @Bean
    @Primary
    WindowClosing guardedWindowClosing(
            @Qualifier("windowClosing") WindowClosing closing, @Qualifier("sourceGuard") CallGuard guard) {
        return new GuardedWindowClosing(closing, guard);
    }

    @Bean
    ArtifactStore artifactStore(ArtifactProperties properties, @Qualifier("storeGuard") CallGuard guard) {
        return new GuardedArtifactStore(new LocalDirectoryStore(properties.directory()), guard);
    }

    @Bean
    HealthIndicator sourceHealthIndicator(@Qualifier("sourceGuard") CallGuard guard) {
        return () -> (guard.isOpen() ? Health.down() : Health.up()).build();
    }

    @Bean
    HealthIndicator artifactStoreHealthIndicator(@Qualifier("storeGuard") CallGuard guard) {
        return () -> (guard.isOpen() ? Health.down() : Health.up()).build();
    }
}
