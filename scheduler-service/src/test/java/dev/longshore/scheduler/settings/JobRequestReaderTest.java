package dev.longshore.scheduler.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.scheduler.catalog.Catalog;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.testing.BadJobs.BadJob;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.window.DateRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class JobRequestReaderTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final JobRequestReader READER = new JobRequestReader(new Catalog(List.of(new Catalog.Source(
            "CONTACT_HISTORY",
            "Contact History",
            List.of("JSON_LINES"),
            List.of("NONE"),
            List.of(
                    new Catalog.Type(
                            "INTERACTION",
                            "Interaction",
                            List.of("startDate", "modifiedDate", "endDate"),
                            "startDate",
                            List.of(
                                    new Catalog.EntityType("CHAT", "Chat"),
                                    new Catalog.EntityType("WORK_ITEM", "Work Item"))),
                    new Catalog.Type(
                            "CONTACT",
                            "Contact",
                            List.of("createddate", "modifieddate"),
                            "modifieddate",
                            List.of()))))));

    @ParameterizedTest
    @MethodSource("dev.longshore.scheduler.testing.BadJobs#all")
    void what_is_wrong_is_named_and_nothing_else_is(BadJob bad) {
        var problems = problemsOf(bad.json());

        assertThat(problems).extracting(FieldProblem::field).containsExactly(bad.field());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.scheduler.testing.BadJobs#goodOnes")
    void good_jobs_are_kept_as_they_were_read(String job) {
        var settings = read(job);
        var json = new SettingsJson(JSON);

        assertThat(json.read(json.write(settings))).isEqualTo(settings);
    }

    @Test
    void all_problems_are_reported_at_once() {
        var bad = """
                {"title": " ", "source": "CONTACT_HISTORY", "type": "INTERACTION", "colour": "red",
                 "schedule": {"kind": "HOURLY", "everyHours": 24, "minute": "x"},
                 "dateRange": {"kind": "LAST", "amount": 0, "unit": "AGES"}, "output": {"format": "CSV"}}
                """;

        assertThat(problemsOf(bad))
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "title",
                        "colour",
                        "schedule.everyHours",
                        "schedule.minute",
                        "dateRange.amount",
                        "dateRange.unit",
                        "output.format");
    }

    @Test
    void a_problem_shows_the_value_and_the_remedy() {
        assertThat(problemsOf(Jobs.with(Jobs.HOURLY, "schedule.everyHours", "24")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(String.valueOf(problem.rejected())).isEqualTo("24");
                    assertThat(problem.message()).isEqualTo("must be between 1 and 23");
                });
    }

    @Test
    void what_is_left_out_has_defaults() { // P20, P24, P46
        var settings = read(Jobs.IMMEDIATELY);

        assertThat(settings)
                .isEqualTo(new JobSettings(
                        "All contacts",
                        "",
                        "CONTACT_HISTORY",
                        "CONTACT",
                        List.of(),
                        new Immediately(),
                        ZoneId.of("UTC"),
                        new DateRange.All(),
                        "modifieddate",
                        new OutputSettings("JSON_LINES", "NONE", OptionalInt.empty()),
                        MissedRuns.EACH,
                        Overlap.WAIT,
                        OptionalInt.empty(),
                        OptionalInt.empty()));
    }

    @Test
    void one_more_source_is_one_more_entry_of_the_catalog() { // P23
        var event = new Catalog.Type("EVENT", "Event", List.of("at"), "at", List.of());
        var withIwd = new JobRequestReader(new Catalog(
                List.of(new Catalog.Source("IWD", "IWD", List.of("JSON_LINES"), List.of("NONE"), List.of(event)))));
        var job = Jobs.with(Jobs.with(Jobs.IMMEDIATELY, "source", "\"IWD\""), "type", "\"EVENT\"");

        var settings = withIwd.read(JSON.readTree(job), NOW);

        assertThat(settings.source()).isEqualTo("IWD");
        assertThat(settings.dateColumn()).isEqualTo("at");
        assertThat(problemsOf(job)).extracting(FieldProblem::field).contains("source");
    }

    @Test
    void a_body_that_is_no_object_is_refused() {
        assertThatThrownBy(() -> read("[]")).isInstanceOf(InvalidRequestException.class);
    }

    private static JobSettings read(String job) {
        return READER.read(JSON.readTree(job), NOW);
    }

    private static List<FieldProblem> problemsOf(String job) {
        var refused = catchThrowableOfType(InvalidRequestException.class, () -> read(job));
        assertThat(refused).as("refusal of %s", job).isNotNull();
        return refused.problems();
    }
}
