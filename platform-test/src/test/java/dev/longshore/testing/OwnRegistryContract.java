package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What our own registry promises beyond what others do: Apicurio 2.6 may number one schema twice in a race. */
abstract class OwnRegistryContract extends RegistryContract {
    @Test
    void callers_at_the_same_time_make_one_version() throws Exception {
        assertThat(idsOfCallersAtTheSameTime()).hasSize(1);
        assertThat(versions()).containsExactly(1);
    }
}
