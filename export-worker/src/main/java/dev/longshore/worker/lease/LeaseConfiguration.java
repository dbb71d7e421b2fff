package dev.longshore.worker.lease;

import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.event.TaskReadyPublisher;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.task.RetryPolicy;
import dev.longshore.worker.task.TaskDao;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of tasks and leases, without the threads that work on them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LeaseProperties.class)
class LeaseConfiguration {
    @Bean
    SlotCount slotCount(LeaseProperties properties) {
        return new SlotCount(properties.slots());
    }

    @Bean
    LeaseTerms leaseTerms(LeaseProperties properties) {
        return new LeaseTerms(properties.lease(), properties.maxAttempts(), properties.untakenAfter());
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator jitter() {
        return RandomGenerator.getDefault();
    }

    @Bean
    TaskLedger taskLedger(
            RunDao runs,
            TaskDao tasks,
            TaskEventPublisher events,
            TaskReadyPublisher ready,
            RunOutcomeLedger outcomes,
            LeaseProperties properties,
            LeaseTerms terms,
            RandomGenerator jitter) {
        RetryPolicy retries = new RetryPolicy(
                properties.maxAttempts(), properties.firstRetryPause(), properties.maxRetryPause(), jitter::nextDouble);
        return new TaskLedger(runs, tasks, events, ready, outcomes, retries, terms);
    }

    @Bean
    FreeTasks freeTasks(TaskDao tasks, TaskReadyPublisher ready) {
        return new FreeTasks(tasks, ready);
    }
}
