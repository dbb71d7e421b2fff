package dev.longshore.console.signin;

import dev.longshore.console.ConsoleProperties;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    LocalUserDao localUserDao(Jdbi jdbi) {
        return jdbi.onDemand(LocalUserDao.class);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder())));
    }

    /** The one gate for the sign-in form and for Basic: what slows down guessing belongs in front of it. */
    @Bean
    AuthenticationManager authenticationManager(LocalUserDao users, PasswordEncoder encoder) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(new LocalUsers(users));
        passwords.setPasswordEncoder(encoder);
        return new ProviderManager(passwords);
    }

    @Bean
    FirstAdministrator firstAdministrator(
            LocalUserDao users, ConsoleProperties properties, PasswordEncoder encoder, InstantSource clock) {
        return new FirstAdministrator(users, new AdminPasswordFile(properties.adminPasswordFile()), encoder, clock);
    }
}
