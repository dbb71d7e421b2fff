package dev.longshore.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobListRequestTest {
    @Test
    void without_parameters_the_newest_fifty_jobs_are_asked_for() {
        var query = new JobListRequest(null, null, null, null, null, null, null).toQuery();

        assertThat(query.sort1()).isEqualTo("createdAt");
        assertThat(query.ascending1()).isFalse();
        assertThat(query.hasCursor()).isFalse();
        assertThat(query.limit()).isEqualTo(50);
    }

    @Test
    void up_to_three_fields_sort_in_either_direction() {
        var query = sorted("type,-title,createdAt").toQuery();

        assertThat(List.of(query.sort1(), query.sort2(), query.sort3())).containsExactly("type", "title", "createdAt");
        assertThat(List.of(query.ascending1(), query.ascending2(), query.ascending3()))
                .containsExactly(true, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "title,", "--title", "title,type,state,source"})
    void a_field_that_cannot_be_sorted_by_is_refused(String sort) {
        assertThat(problemsOf(sorted(sort))).contains("sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "99999999999"})
    void a_limit_out_of_bounds_is_refused(String limit) {
        assertThat(problemsOf(new JobListRequest(null, null, null, null, null, null, limit)))
                .containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30", "bnVsbA", "not base64!", "eyJzb3J0IjoiLWNyZWF0ZWRBdCIsImtleTEiOiIxIn0"})
    void a_cursor_that_we_did_not_give_out_is_refused(String cursor) {
        assertThat(problemsOf(new JobListRequest(null, null, null, null, null, cursor, null)))
                .containsExactly("cursor");
    }

    @Test
    void all_problems_are_reported_at_once() {
        assertThat(problemsOf(new JobListRequest(null, null, "DELETED", null, "colour", "x", "0")))
                .containsExactlyInAnyOrder("state", "sort", "cursor", "limit");
    }

    private static JobListRequest sorted(String sort) {
        return new JobListRequest(null, null, null, null, sort, null, null);
    }

    private static List<String> problemsOf(JobListRequest request) {
        var refused = catchThrowableOfType(InvalidRequestException.class, request::toQuery);
        assertThat(refused).as("refusal of %s", request).isNotNull();
        return refused.problems().stream().map(FieldProblem::field).distinct().toList();
    }
}
