package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.longshore.testing.Eventually;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What can be done with a job that is there: clone, suspend, resume, change, delete, run, cancel, fill holes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class JobActionsIT {
    private static final String FAR = "2099-01-01T00:00:00Z";
    private static final Map<String, ?> ALL_DATA = Map.of("dateRange", Map.of("kind", "ALL"));
    private static final Duration A_FIRE_TIME_PASSES = Duration.ofSeconds(130);

    private static final String MISSING = Console.unique("Suspended over its time");

    private static String missing = "";

    /** Before its next fire time, which comes while the other tests go on. */
    static void suspendAJobThatWillSoonBeDue(Console console) {
        int soon = InstantSource.system()
                .instant()
                .plusSeconds(60)
                .atOffset(ZoneOffset.UTC)
                .getMinute();
        missing = console.api()
                .createJob(MISSING, Map.of("schedule", Map.of("kind", "HOURLY", "everyHours", 1, "minute", soon)));
        console.api().post("/jobs/" + missing + "/suspend", "{\"reason\": \"The source is moved\"}");
    }

    // P50, P51, P52, P53, P54
    @Test
    @Order(1)
    void a_clone_is_filled_with_every_setting_of_the_selected_job_which_stays_as_it_is(Console console) {
        String title = Console.unique("Original");
        String id = console.api()
                .createJob(
                        title,
                        Map.of(
                                "description",
                                "Each hour",
                                "entityTypes",
                                List.of("CHAT"),
                                "missedRuns",
                                "MERGED",
                                "overlap",
                                "SKIP",
                                "suspendAfterFailures",
                                3,
                                "dateRange",
                                Map.of("kind", "SINCE_LAST")));
        JsonNode before = console.api().get("/jobs/" + id);
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);

        jobs.button("More ways to add a job").click();
        assertThat(jobs.page().getByRole(AriaRole.MENUITEM, named("Clone selected")))
                .isDisabled();
        jobs.page().keyboard().press("Escape");
        jobs.checkbox(title).check();
        jobs.button("More ways to add a job").click();
        jobs.page().getByRole(AriaRole.MENUITEM, named("Clone selected")).click();
        assertThat(jobs.field("Title")).hasValue("Copy of " + title);
        jobs.field("Title").fill(title + ", changed");
        jobs.save();

        assertThat(jobs.row(title)).hasCount(2);
        JsonNode clone = console.api()
                .get("/jobs?q=" + (title + ", changed").replace(" ", "%20"))
                .at("/items/0");
        for (String setting : List.of(
                "description", "entityTypes", "missedRuns", "overlap", "suspendAfterFailures", "schedule", "output")) {
            assertThat(clone.get(setting)).as(setting).isEqualTo(before.get(setting));
        }
        assertThat(clone.at("/dateRange/kind").asString()).isEqualTo("SINCE_LAST");
        assertThat(console.api().get("/jobs/" + id)).isEqualTo(before);
    }

    // P55
    @Test
    @Order(2)
    void the_slider_suspends_a_job_and_keeps_the_reason(Console console) {
        String title = Console.unique("Slider");
        String id = console.api().createJob(title, Map.of());
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, title);
        assertThat(jobs.slider(title)).isChecked();

        JobsScreen.toggle(jobs.slider(title));
        browser.inspect("suspend");
        jobs.field("Reason").fill("Holidays");
        jobs.inDialog(AriaRole.BUTTON, "Suspend").click();

        assertThat(jobs.row(title)).containsText("Suspended");
        assertThat(jobs.slider(title)).not().isChecked();
        assertThat(console.api().get("/jobs/" + id).get("suspendedReason").asString())
                .isEqualTo("Holidays");
    }

    // P57, P58, P63
    @Test
    @Order(3)
    void a_one_time_job_that_started_at_once_is_suspended_and_can_be_neither_resumed_nor_changed(Console console) {
        String title = Console.unique("Once");
        console.api().createJob(title, Map.of("schedule", Map.of("kind", "ONCE")));
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);
        assertThat(jobs.row(title)).containsText("Suspended");
        assertThat(jobs.slider(title)).isDisabled();
        assertThat(jobs.button("A one-time job cannot be changed after it was submitted to run"))
                .isDisabled();
    }

    // P59, P62
    @Test
    @Order(4)
    void a_one_time_job_can_be_changed_before_it_runs_and_turns_suspended_when_it_starts(Console console) {
        String title = Console.unique("Scheduled once");
        String id = console.api().createJob(title, Map.of("schedule", Map.of("kind", "ONCE", "startAt", FAR)));
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);
        assertThat(jobs.row(title)).containsText("Active");
        jobs.button("Edit " + title).click();
        jobs.inDialog(AriaRole.RADIO, "Start immediately").check();
        jobs.save();

        assertThat(jobs.row(title)).containsText("Suspended", new ContainsTextOptions().setTimeout(10_000));
        assertThat(console.api().get("/jobs/" + id).get("state").asString()).isEqualTo("SUSPENDED");
    }

    // P60, P61
    @Test
    @Order(5)
    void the_pencil_edits_a_job_and_save_stores_it(Console console) {
        String title = Console.unique("Pencil");
        String id = console.api().createJob(title, Map.of());
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, title);
        jobs.button("Edit " + title).click();
        assertThat(jobs.dialog()).containsText("Edit job");
        jobs.choose(jobs.field("Missed runs"), "Run the latest only");
        browser.inspect("editor");
        jobs.save();

        assertThat(jobs.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(console.api().get("/jobs/" + id).get("missedRuns").asString())
                .isEqualTo("LATEST");
    }

    // P64, P65
    @Test
    @Order(96)
    void the_trash_deletes_a_job_but_not_while_a_run_is_in_progress_which_can_be_cancelled(Console console) {
        String title = Console.unique("Trash");
        ConsoleApi api = console.api();
        String id = api.createJob(title, ALL_DATA);
        Browser browser = console.administrator();
        browser.expectError("Failed to load resource.* 409 .*");
        JobsScreen jobs = JobsScreen.search(browser, title);
        // Every slot of the workers is taken for a while, and so the run waits.
        List<String> before = IntStream.range(0, 6)
                .mapToObj(number -> api.runNow(api.createJob(title + " before " + number, ALL_DATA)))
                .toList();
        api.runNow(id);

        jobs.button("Delete " + title).click();
        jobs.inDialog(AriaRole.BUTTON, "Delete job").click();
        assertThat(jobs.dialog()).containsText("The job was not deleted");
        browser.photograph("delete-refused");
        jobs.inDialog(AriaRole.BUTTON, "Cancel the run").click();
        assertThat(jobs.dialog()).containsText("The run has ended", new ContainsTextOptions().setTimeout(20_000));
        jobs.inDialog(AriaRole.BUTTON, "Delete job").click();

        assertThat(jobs.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        before.forEach(api::cancelIfGoing);
        Eventually.that(() -> assertThat(api.get("/jobs?limit=500").get("items"))
                .noneMatch(job -> job.get("id").asString().equals(id)));
    }

    // P66, P67
    @Test
    @Order(7)
    void the_hamburger_opens_the_history_of_the_job_and_the_badge_its_last_run(Console console) {
        String title = Console.unique("Hamburger");
        String id = console.api().createJob(title, Map.of());
        String run = console.api().runNow(id);
        console.api().awaitEnd(run);
        JobsScreen jobs = JobsScreen.search(console.administrator(), title);
        assertThat(jobs.page().getByRole(AriaRole.LINK, named("Last run of " + title + ": Completed")))
                .hasAttribute("href", "/history/" + run);

        jobs.page().getByRole(AriaRole.LINK, named("History of " + title)).click();

        assertThat(jobs.heading("History")).isVisible();
        assertThat(jobs.page()).hasURL(Pattern.compile(".*/history\\?.*jobId=" + id + ".*"));
        assertThat(jobs.row(title)).isVisible();
    }

    @Test
    @Order(8)
    void the_past_is_exported_after_a_look_at_its_windows_and_the_calendar_shows_it(Console console) {
        String title = Console.unique("Past");
        String id = console.api()
                .createJob(
                        title,
                        Map.of(
                                "schedule", Map.of("kind", "DAILY", "at", "00:00"),
                                "dateRange", Map.of("kind", "LAST", "amount", 1, "unit", "DAYS")));
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, title);
        console.api()
                .awaitEnd(console.api()
                        .post("/jobs/" + id + "/runs", window(5, 4))
                        .get("runId")
                        .asString());
        console.api()
                .awaitEnd(console.api()
                        .post("/jobs/" + id + "/runs", window(3, 2))
                        .get("runId")
                        .asString());

        showCoverage(jobs, title);
        Locator holes = jobs.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Missing, 0 rows. Export what is missing"));
        browser.inspect("coverage");
        browser.inspectOnPhone("coverage");
        assertThat(holes).hasCount(1);
        holes.click();

        assertThat(jobs.dialog()).containsText("1 window");
        browser.inspect("backfill");
        jobs.inDialog(AriaRole.BUTTON, "Export 1 window").click();
        assertThat(jobs.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        Eventually.that(
                "the hole is filled",
                () -> console.api()
                                .get("/runs?status=COMPLETED&jobId=" + id)
                                .get("items")
                                .size()
                        == 3);
        showCoverage(jobs, title);
        assertThat(holes).hasCount(0);
        assertThat(jobs.dialog()
                        .getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Exported late"))
                        .first())
                .isVisible();
    }

    @Test
    @Order(9)
    void a_job_runs_now_for_a_window_of_ones_choice(Console console) {
        String title = Console.unique("Window");
        console.api().createJob(title, Map.of());
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, title);
        jobs.more(title, "Run for a window…");
        browser.inspect("run-window");
        assertThat(jobs.inDialog(AriaRole.BUTTON, "Run now")).isDisabled();
        jobs.inDialog(AriaRole.RADIO, "As if it were due now").check();
        jobs.inDialog(AriaRole.BUTTON, "Run now").click();
        assertThat(jobs.row(title)).containsText("Completed", new ContainsTextOptions().setTimeout(20_000));
    }

    // P56
    @Test
    @Order(97)
    void resuming_says_what_was_missed_and_asks_what_shall_become_of_it(Console console) {
        Eventually.within(A_FIRE_TIME_PASSES)
                .isTrue(
                        "a fire time passes while the job is suspended",
                        () -> console.api()
                                        .get("/jobs/" + missing + "/missed")
                                        .get("count")
                                        .asInt()
                                > 0);
        Browser browser = console.administrator();
        JobsScreen jobs = JobsScreen.search(browser, MISSING);
        JobsScreen.toggle(jobs.slider(MISSING));

        assertThat(jobs.dialog()).containsText("It was suspended because: The source is moved");
        assertThat(jobs.dialog()).containsText("1 run was missed");
        assertThat(jobs.dialog().getByRole(AriaRole.RADIO)).hasCount(4);
        assertThat(jobs.inDialog(AriaRole.RADIO, "Run each")).isChecked();
        browser.inspect("resume");
        browser.inspectOnPhone("resume");
        jobs.inDialog(AriaRole.RADIO, "Run the latest only").check();
        jobs.inDialog(AriaRole.BUTTON, "Resume").click();

        assertThat(jobs.row(MISSING)).containsText("Active");
        assertThat(jobs.row(MISSING)).containsText("Completed", new ContainsTextOptions().setTimeout(20_000));
    }

    /** Shows the month of the day four days ago. */
    private static void showCoverage(JobsScreen jobs, String title) {
        jobs.more(title, "Coverage calendar");
        if (today().minusDays(4).getMonth() != today().getMonth()) {
            jobs.inDialog(AriaRole.BUTTON, "Month before").click();
        }
    }

    private static LocalDate today() {
        return InstantSource.system().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A window of whole days in UTC, so many days ago. */
    private static String window(int fromDaysAgo, int toDaysAgo) {
        return "{\"window\": {\"from\": \"%sT00:00:00Z\", \"to\": \"%sT00:00:00Z\"}}"
                .formatted(today().minusDays(fromDaysAgo), today().minusDays(toDaysAgo));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
