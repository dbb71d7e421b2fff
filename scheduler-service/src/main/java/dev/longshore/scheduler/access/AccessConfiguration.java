package dev.longshore.scheduler.access;

import dev.longshore.platform.security.SourceInterceptor;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessConfiguration {
    @Bean
    SourceDao sourceDao(Jdbi jdbi) {
        return jdbi.onDemand(SourceDao.class);
    }

    @Bean
    JobAccess jobAccess(SourceDao sources) {
        return new JobAccess(sources);
    }

    @Bean
    WebMvcConfigurer sourceGuard(SourceDao sources) {
        SourceInterceptor guard = SourceInterceptor.builder()
                .guard("/api/v1/jobs/{jobId}", sources::findOfJob)
                .guard("/api/v1/jobs/{jobId}/versions", sources::findOfVersions)
                .guard("/api/v1/runs/{runId}", sources::findOfRun)
                .build();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard);
            }
        };
    }
}
