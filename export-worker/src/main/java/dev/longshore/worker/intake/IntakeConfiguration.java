package dev.longshore.worker.intake;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.outcome.RunOutcomeLedger;
import dev.longshore.worker.run.CancellationDao;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.task.WorkerId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    @Bean
    RunIntakeService runIntakeService(
            RunDao runs,
            CancellationDao cancellations,
            RunEventPublisher events,
            FreeTasks freeTasks,
            RunOutcomeLedger outcomes,
            WorkerId worker) {
        return new RunIntakeService(runs, cancellations, events, freeTasks, outcomes, worker);
    }

    @Bean
    RunCommandsListener runCommandsListener(AvroCodec codec, RunIntakeService intake) {
        return new RunCommandsListener(codec, intake);
    }
}
