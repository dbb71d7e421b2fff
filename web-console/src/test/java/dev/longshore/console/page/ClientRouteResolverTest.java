package dev.longshore.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRouteResolverTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "jobs", "sign-in", "history/0197", "v1.2/jobs"})
    void addresses_of_pages_belong_to_the_browsers_router(String path) {
        assertThat(ClientRouteResolver.isClientRoute(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/nothing", "actuator/env", ".well-known/nothing", "favicon.ico", "jobs/x.js"})
    void files_and_interfaces_do_not(String path) {
        assertThat(ClientRouteResolver.isClientRoute(path)).isFalse();
    }
}
