package dev.longshore.worker.intake;

import dev.longshore.events.CancelRun;
import dev.longshore.events.RunCommand;
import dev.longshore.events.StartRun;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.worker.event.RunSettingsCodec;
import dev.longshore.worker.run.RunId;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes commands about runs. Being told twice changes nothing, so no inbox is needed: the run's id decides. */
final class RunCommandsListener {
    static final String GROUP = "export-worker";

    private static final Logger log = LoggerFactory.getLogger(RunCommandsListener.class);

    private final AvroCodec codec;
    private final RunIntakeService intake;

    RunCommandsListener(AvroCodec codec, RunIntakeService intake) {
        this.codec = codec;
        this.intake = intake;
    }

    @KafkaListener(topics = Topics.RUN_COMMANDS, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> message) {
        RunCommand command = codec.decode(message.value(), RunCommand.class);
        RunId run = new RunId(UUID.fromString(command.getRunId()));
        StartRun start = command.getStartRun();
        CancelRun cancel = command.getCancelRun();
        if (start != null) {
            intake.start(run, UUID.fromString(command.getJobId()), RunSettingsCodec.settingsOf(start));
        } else if (cancel != null) {
            intake.cancel(
                    run,
                    UUID.fromString(command.getJobId()),
                    cancel.getRequestedBy(),
                    cancel.getReason(),
                    command.getIssuedAt());
        } else {
            log.warn(
                    "Command of a kind that this version does not know, skipped: run={} command={}",
                    run,
                    command.getCommandId());
        }
    }
}
