package dev.longshore.worker;

import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.TopicDeclarations;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.worker.task.WorkerId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What the process as a whole needs: its name, its topics, and a port that answers health and metrics only. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
    private static final int PARTITIONS = 4;
    private static final int RANDOM_CHARACTERS = 6;
    private static final String FOR_GOOD = "-1";
    private static final String ONE_DAY = Long.toString(86_400_000L);

    @Bean
    WorkerId workerId(InstantSource clock) {
        String id = Ids.timeOrdered(Micros.now(clock)).toString();
        return new WorkerId("%s-%d-%s"
                .formatted(host(), ProcessHandle.current().pid(), id.substring(id.length() - RANDOM_CHARACTERS)));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }

    @Bean
    KafkaAdmin.NewTopics runEventTopics() {
        return TopicDeclarations.withDeadLetters(Topics.RUN_EVENTS, PARTITIONS, Map.of("retention.ms", FOR_GOOD));
    }

    /** One partition: a share group gives each partition to one of its members only, when there are few. */
    @Bean
    KafkaAdmin.NewTopics taskTopics() {
        return TopicDeclarations.withDeadLetters(Topics.TASKS, 1, Map.of());
    }

    @Bean
    KafkaAdmin.NewTopics progressTopics() {
        return TopicDeclarations.withDeadLetters(Topics.PROGRESS, PARTITIONS, Map.of("retention.ms", ONE_DAY));
    }

    @Bean
    KafkaAdmin.NewTopics exportCompletedTopics() {
        return TopicDeclarations.withDeadLetters(Topics.EXPORT_COMPLETED, PARTITIONS, Map.of("retention.ms", FOR_GOOD));
    }

    /** Consumed here and declared by its sender; declared here as well, so that either may start first. */
    @Bean
    KafkaAdmin.NewTopics runCommandTopics() {
        return TopicDeclarations.withDeadLetters(Topics.RUN_COMMANDS, PARTITIONS, Map.of());
    }

    @Bean
    SecurityFilterChain workerSecurity(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/actuator/health/**", "/actuator/prometheus")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }
}
