package dev.longshore.worker.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ClosingPolicy;
import dev.longshore.events.StartRun;
import dev.longshore.worker.run.RunSettings;
import dev.longshore.worker.testing.RunCommands;
import org.junit.jupiter.api.Test;

class RunSettingsCodecTest {
    @Test
    void settings_survive_the_way_there_and_back() {
        StartRun command = RunCommands.aRun("codec")
                .entityTypes("CHAT", "WORK_ITEM")
                .splitBytes(4_711)
                .start()
                .getStartRun();

        RunSettings settings = RunSettingsCodec.settingsOf(command);

        assertThat(RunSettingsCodec.specificationOf(settings)).isEqualTo(command.getSpecification());
        assertThat(settings.requestedBy()).isEqualTo(command.getRequestedBy());
        assertThat(settings.closingMaxWaitMillis()).isEqualTo(60_000);
    }

    @Test
    void open_windows_and_all_entity_types_stay_open_and_all() {
        StartRun command = RunCommands.aRun("open").from(null).to(null).start().getStartRun();

        RunSettings settings = RunSettingsCodec.settingsOf(command);

        assertThat(settings.windowFrom()).isNull();
        assertThat(settings.windowTo()).isNull();
        assertThat(settings.entityTypes()).isNull();
        assertThat(RunSettingsCodec.specificationOf(settings)).isEqualTo(command.getSpecification());
    }

    @Test
    void a_closing_policy_of_a_later_version_counts_as_the_strict_one() {
        StartRun command = RunCommands.aRun("unknown")
                .closing(ClosingPolicy.UNKNOWN, 1)
                .start()
                .getStartRun();

        assertThat(RunSettingsCodec.settingsOf(command).closingPolicy())
                .isEqualTo(dev.longshore.worker.run.ClosingPolicy.FAIL);
    }
}
