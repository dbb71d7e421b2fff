package dev.longshore.console.token;

import dev.longshore.console.user.LocalUsers;
import dev.longshore.platform.audit.AuditTrail;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    AccessTokenDao accessTokenDao(Jdbi jdbi) {
        return jdbi.onDemand(AccessTokenDao.class);
    }

    @Bean
    AccessTokenService accessTokenService(
            AccessTokenDao tokens, LocalUsers users, AuditTrail trail, InstantSource clock) {
        return new AccessTokenService(tokens, users, trail, clock);
    }
}
