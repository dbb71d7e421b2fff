package dev.longshore.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStateTest {
    private static final List<RunState> NEWS =
            List.of(RunState.PLANNED, RunState.RUNNING, RunState.CANCELLED, RunState.FAILED, RunState.COMPLETED);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUESTED | PLANNED,RUNNING,CANCELLED,FAILED,COMPLETED",
                "PLANNED   | RUNNING,CANCELLED,FAILED,COMPLETED",
                "RUNNING   | CANCELLED,FAILED,COMPLETED",
                "CANCELLED | FAILED,COMPLETED",
                "FAILED    | COMPLETED",
                "COMPLETED | ''",
                "SKIPPED   | ''"
            })
    void a_state_has_exactly_these_moves(RunState state, String moves) {
        Set<RunState> expected = EnumSet.noneOf(RunState.class);
        List.of(moves.split(",", -1)).stream()
                .filter(name -> !name.isEmpty())
                .map(RunState::valueOf)
                .forEach(expected::add);

        assertThat(RunState.values()).filteredOn(state::canBecome).containsExactlyInAnyOrderElementsOf(expected);
    }

    @RepeatedTest(50)
    void the_order_and_repetition_of_news_make_no_difference(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var news = new ArrayList<>(NEWS.subList(0, 1 + random.nextInt(NEWS.size())));
        var strongest = news.get(news.size() - 1);
        news.addAll(List.copyOf(news));
        Collections.shuffle(news, random);

        var state = RunState.REQUESTED;
        for (var next : news) {
            state = state.canBecome(next) ? next : state;
        }

        assertThat(state)
                .as("seed %d: %s", repetition.getCurrentRepetition(), news)
                .isEqualTo(strongest);
    }
}
