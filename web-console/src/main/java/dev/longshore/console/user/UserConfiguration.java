package dev.longshore.console.user;

import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.LocalMode;
import dev.longshore.platform.audit.AuditTrail;
import java.time.InstantSource;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;

@Configuration(proxyBeanMethods = false)
class UserConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    LocalUserDao localUserDao(Jdbi jdbi) {
        return jdbi.onDemand(LocalUserDao.class);
    }

    @Bean
    RememberingPasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder())));
    }

    @Bean
    AdminPasswordFile adminPasswordFile(ConsoleProperties properties) {
        return new AdminPasswordFile(properties.adminPasswordFile());
    }

    @Bean
    LocalUsers localUsers(LocalUserDao users, RememberingPasswordEncoder encoder) {
        return new LocalUsers(users, encoder);
    }

    @Bean
    UserService userService(
            LocalUserDao users, RememberingPasswordEncoder encoder, AuditTrail trail, InstantSource clock) {
        return new UserService(users, encoder, trail, clock);
    }

    @Bean
    PasswordService passwordService(
            LocalUserDao users,
            RememberingPasswordEncoder encoder,
            AdminPasswordFile file,
            AuditTrail trail,
            InstantSource clock) {
        return new PasswordService(users, encoder, file, trail, clock);
    }

    @Bean
    @LocalMode
    FirstAdministrator firstAdministrator(
            LocalUserDao users, AdminPasswordFile file, RememberingPasswordEncoder encoder, InstantSource clock) {
        return new FirstAdministrator(users, file, encoder, clock);
    }
}
