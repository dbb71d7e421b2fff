package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What our own registry promises beyond what others do. In such a race Apicurio 2.6 answers 409 to some of the callers,
 * or numbers the one schema twice.
 */
abstract class OwnRegistryContract extends RegistryContract {
    private static final int CALLERS = 8;

    @Test
    void callers_at_the_same_time_get_one_id_and_make_one_version() throws Exception {
        RegistryClient client = new RegistryClient(registry());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(callers.submit(() -> client.register("raced-value", Word.SCHEMA$)));
            }
            Set<Integer> ids = new HashSet<>();
            for (Future<Integer> answer : answers) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(client.get("/subjects/raced-value/versions").numbers()).containsExactly(1);
        } finally {
            callers.shutdownNow();
        }
    }
}
