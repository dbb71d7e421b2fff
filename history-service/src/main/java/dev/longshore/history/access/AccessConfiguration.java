package dev.longshore.history.access;

import dev.longshore.platform.security.SourceInterceptor;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    SourceDao sourceDao(Jdbi jdbi) {
        return jdbi.onDemand(SourceDao.class);
    }

    @Bean
    HistoryAccess historyAccess(SourceDao sources) {
        return new HistoryAccess(sources);
    }

    @Bean
    WebMvcConfigurer sourceGuard(SourceDao sources) {
        SourceInterceptor guard = SourceInterceptor.builder()
                .guard("/api/v1/runs/{id}", sources::findOfRun)
                .guard("/api/v1/artifacts/{id}", sources::findOfArtifact)
                .build();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard);
            }
        };
    }
}
