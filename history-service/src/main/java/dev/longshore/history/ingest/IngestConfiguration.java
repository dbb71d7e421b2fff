package dev.longshore.history.ingest;

import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IngestConfiguration {
    @Bean
    RunFactDao runFactDao(Jdbi jdbi) {
        return jdbi.onDemand(RunFactDao.class);
    }

    @Bean
    AttemptFactDao attemptFactDao(Jdbi jdbi) {
        return jdbi.onDemand(AttemptFactDao.class);
    }

    @Bean
    ArtifactFactDao artifactFactDao(Jdbi jdbi) {
        return jdbi.onDemand(ArtifactFactDao.class);
    }

    @Bean
    ShadowDao shadowDao(Jdbi jdbi) {
        return jdbi.onDemand(ShadowDao.class);
    }
}
