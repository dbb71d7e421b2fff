package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ArtifactProperties.class, StoreProperties.class})
class ArtifactConfiguration {
    @Bean
    ArtifactDao artifactDao(Jdbi jdbi) {
        return jdbi.onDemand(ArtifactDao.class);
    }

    @Bean
    DownloadLeaseDao downloadLeaseDao(Jdbi jdbi) {
        return jdbi.onDemand(DownloadLeaseDao.class);
    }

    @Bean
    DownloadLedger downloadLedger(
            ArtifactDao artifacts, DownloadLeaseDao leases, AuditTrail audit, InstantSource clock) {
        return new DownloadLedger(artifacts, leases, audit, clock);
    }

    @Bean
    ArtifactStore artifactStore(StoreProperties properties) {
        return new LocalDirectoryStore(properties.directory());
    }

    @Bean
    PollingLoop artifactRemovalLoop(
            ArtifactDao artifacts,
            DownloadLeaseDao leases,
            ArtifactStore store,
            InstantSource clock,
            FaultPoints faults,
            ArtifactProperties properties,
            MeterRegistry meters) {
        ArtifactRemover remover = new ArtifactRemover(artifacts, leases, store, clock, faults);
        return new PollingLoop("artifact-removal", properties.removalInterval(), remover::removeBatch, meters);
    }

    @Bean
    RemovalWaker removalWaker(PollingLoop artifactRemovalLoop) {
        return new RemovalWaker(artifactRemovalLoop);
    }
}
