package dev.longshore.history.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.history.request.SortDirection;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactCursorTest {
    private static final UUID ARTIFACT = Ids.nameBased("artifact");

    @ParameterizedTest
    @CsvSource({
        "CREATED_AT, 2026-11-26T10:00:00Z",
        "EXPIRES_AT, infinity",
        "BYTES, -1",
        "BYTES, 9007199254740993",
        "NAME, a name with spaces.jsonl",
        "TYPE, INTERACTION"
    })
    void a_position_comes_back_as_it_went(ArtifactSort sort, String position) {
        ArtifactOrder order = new ArtifactOrder(sort, SortDirection.DESCENDING);
        ArtifactCursor cursor = new ArtifactCursor(order, position, ARTIFACT);
        assertThat(ArtifactCursor.decode(cursor.encode(), order)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED_AT, yesterday",
        "CREATED_AT, +1000000000-12-31T23:59:59Z",
        "CREATED_AT, -1000000-01-01T00:00:00Z",
        "EXPIRES_AT, -infinity",
        "BYTES, many",
        "BYTES, 99999999999999999999",
        "BYTES, 1.5"
    })
    void a_forged_position_is_refused_by_name(ArtifactSort sort, String position) {
        ArtifactOrder order = new ArtifactOrder(sort, SortDirection.ASCENDING);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "%s %s %s".formatted(order.text(), ARTIFACT, position).getBytes(UTF_8));
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> ArtifactCursor.decode(forged, order))
                .extracting(refused -> refused.problems().get(0))
                .extracting(FieldProblem::field, FieldProblem::rejected)
                .containsExactly("cursor", forged);
    }
}
