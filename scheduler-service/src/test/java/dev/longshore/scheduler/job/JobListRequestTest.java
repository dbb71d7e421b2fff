package dev.longshore.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.job.JobListOrder.By;
import dev.longshore.scheduler.job.JobListOrder.Field;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobListRequestTest {
    @Test
    void without_parameters_the_newest_fifty_jobs_are_asked_for() {
        var query = new JobListRequest(null, null, null, null, null, null, null).toQuery();

        assertThat(query.order().fields()).containsExactly(new By(Field.CREATED_AT, false));
        assertThat(query.hasCursor()).isFalse();
        assertThat(query.limit()).isEqualTo(50);
    }

    @Test
    void up_to_three_fields_sort_in_either_direction() {
        var query = sorted("type,-title,createdAt").toQuery();

        assertThat(query.order().fields())
                .containsExactly(new By(Field.TYPE, true), new By(Field.TITLE, false), new By(Field.CREATED_AT, true));
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

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01T00:00:00Z", "+10000-01-01T00:00:00Z", "-infinity", ""})
    void a_cursor_whose_instant_is_none_is_refused(String key) {
        assertThat(problemsOf(withCursor("{\"sort\": \"-createdAt\", \"keys\": [\"%s\"], \"id\": \"%s\"}"
                        .formatted(key, new UUID(0, 1)))))
                .containsExactly("cursor");
    }

    @Test
    void a_cursor_that_we_gave_out_is_taken() {
        var query = withCursor("{\"sort\": \"-createdAt\", \"keys\": [\"2026-11-23T12:00:00.000001Z\"], \"id\": \"%s\"}"
                        .formatted(new UUID(0, 1)))
                .toQuery();

        assertThat(query.hasCursor()).isTrue();
        assertThat(query.after1()).isEqualTo("2026-11-23T12:00:00.000001Z");
        assertThat(query.afterId()).isEqualTo(new UUID(0, 1).toString());
    }

    @Test
    void what_no_text_can_hold_is_refused() {
        assertThat(problemsOf(new JobListRequest("\0", "\0", null, "a\0b", null, null, null)))
                .containsExactly("source", "type", "q");
    }

    @Test
    void all_problems_are_reported_at_once() {
        assertThat(problemsOf(new JobListRequest(null, null, "DELETED", null, "colour", "x", "0")))
                .containsExactlyInAnyOrder("state", "sort", "cursor", "limit");
    }

    private static JobListRequest withCursor(String json) {
        var cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return new JobListRequest(null, null, null, null, null, cursor, null);
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
