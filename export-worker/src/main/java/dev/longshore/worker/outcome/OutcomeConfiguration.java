package dev.longshore.worker.outcome;

import dev.longshore.worker.event.ExportCompletedPublisher;
import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.task.TaskDao;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {
    @Bean
    RunOutcomeLedger runOutcomeLedger(
            RunDao runs, TaskDao tasks, Jdbi jdbi, RunEventPublisher events, ExportCompletedPublisher completions) {
        return new RunOutcomeLedger(runs, tasks, jdbi.onDemand(JobOutcomeDao.class), events, completions);
    }
}
