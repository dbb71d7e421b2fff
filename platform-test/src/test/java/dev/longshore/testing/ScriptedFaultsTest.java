package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.ScriptedFaults.Gate;
import dev.longshore.testing.ScriptedFaults.Passage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScriptedFaultsTest {
    private final ScriptedFaults faults = new ScriptedFaults();

    @Test
    void a_point_without_a_script_does_nothing_but_is_remembered() {
        faults.reached("after-move", "chunk 3");
        assertThat(faults.passages()).containsExactly(new Passage("after-move", "chunk 3"));
        assertThat(faults.passagesOf("after-move")).isOne();
        assertThat(faults.passagesOf("elsewhere")).isZero();
    }

    @Test
    void a_fault_that_happens_once_happens_once() {
        faults.at("after-move").throwsOnce(() -> new IllegalStateException("crash"));
        assertThatThrownBy(() -> faults.reached("after-move", "chunk 1")).hasMessage("crash");
        faults.reached("after-move", "chunk 1");
        assertThat(faults.passagesOf("after-move")).isEqualTo(2);
    }

    @Test
    void a_fault_of_one_detail_leaves_the_others_alone() {
        faults.at("after-move").of("chunk 2").throwsOnce(() -> new IllegalStateException("crash"));
        faults.reached("after-move", "chunk 1");
        assertThatThrownBy(() -> faults.reached("after-move", "chunk 2")).hasMessage("crash");
    }

    @Test
    void a_lasting_fault_lasts_until_it_is_healed() {
        faults.at("before-commit").alwaysThrows(() -> new IllegalStateException("down"));
        assertThatThrownBy(() -> faults.reached("before-commit", "")).hasMessage("down");
        assertThatThrownBy(() -> faults.reached("before-commit", "")).hasMessage("down");
        faults.heal();
        faults.reached("before-commit", "");
        assertThat(faults.passagesOf("before-commit")).isEqualTo(3);
    }

    @Test
    void a_gate_holds_one_thread_until_it_is_opened() throws Exception {
        Gate gate = faults.at("before-commit").waits();
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> faults.reached("before-commit", "task"));
        gate.awaitArrival();
        assertThat(held).isNotDone();
        faults.reached("before-commit", "another passes");
        gate.open();
        held.get(60, TimeUnit.SECONDS);
        assertThat(faults.passagesOf("before-commit")).isEqualTo(2);
    }
}
