package dev.longshore.history.eta;

import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtaProperties.class)
class EtaConfiguration {
    @Bean
    EstimateDao estimateDao(Jdbi jdbi) {
        return jdbi.onDemand(EstimateDao.class);
    }

    @Bean
    EtaQualityDao etaQualityDao(Jdbi jdbi) {
        return jdbi.onDemand(EtaQualityDao.class);
    }
}
