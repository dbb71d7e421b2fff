package dev.longshore.console.signin;

import dev.longshore.console.user.LocalUsers;
import dev.longshore.platform.audit.AuditTrail;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    SignInThrottleDao signInThrottleDao(Jdbi jdbi) {
        return jdbi.onDemand(SignInThrottleDao.class);
    }

    @Bean
    SignInThrottleService signInThrottleService(SignInThrottleDao tries, InstantSource clock) {
        return new SignInThrottleService(tries, clock);
    }

    @Bean
    PasswordGate passwordGate(LocalUsers users, SignInThrottleService throttle, SignInService signIns) {
        return new PasswordGate(users, throttle, signIns);
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordGate gate) {
        return new ProviderManager(gate);
    }

    @Bean
    SignInService signInService(LocalUsers users, AuditTrail trail, InstantSource clock) {
        return new SignInService(users, trail, clock);
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }
}
