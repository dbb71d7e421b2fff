package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The settings of a job, as an administrator fills them in. */
abstract class JobEditorIT {
    /** Chromium writes an error on its console for each refusal by the server. */
    private static final String REFUSED_PREVIEW = "Failed to load resource.* 400 .*/jobs/preview.*";

    private static final String REFUSED_JOB = "Failed to load resource.* 400 .*/api/v1/jobs:.*";

    // P18, P19, P20
    @Test
    void mandatory_fields_carry_an_asterisk_and_a_job_without_a_title_is_refused_at_the_field(Console console) {
        Browser browser = console.administrator();
        browser.expectError(REFUSED_JOB);
        JobsScreen jobs = newJob(browser);
        assertThat(label(jobs, "Title")).hasText("Title *");
        assertThat(label(jobs, "Time zone")).hasText("Time zone *");
        assertThat(label(jobs, "Description")).hasText("Description");

        jobs.save();

        Locator title = jobs.field("Title");
        assertThat(title).hasAttribute("aria-invalid", "true");
        assertThat(title).isFocused();
        assertThat(jobs.dialog().locator(".mantine-InputWrapper-error")).containsText("1 to 200");
        browser.inspect("editor-refused");
    }

    // P21, P22
    @Test
    void contact_history_has_the_types_interaction_and_contact(Console console) {
        JobsScreen jobs = newJob(console.administrator());
        assertThat(jobs.field("Source")).hasValue("Contact History");
        jobs.field("Type").click();
        assertThat(jobs.page().getByRole(AriaRole.OPTION)).hasText(new String[] {"Interaction", "Contact"});
        jobs.page().keyboard().press("Escape");
    }

    // P24, P25, P26, P27
    @Test
    void entity_types_are_all_unless_some_are_chosen_and_none_is_refused(Console console) {
        String title = Console.unique("Entity types");
        Browser browser = console.administrator();
        browser.expectError(REFUSED_JOB);
        browser.expectError(REFUSED_PREVIEW);
        JobsScreen jobs = newJob(browser);
        jobs.field("Title").fill(title);
        Locator all = jobs.inDialog(AriaRole.SWITCH, "All entity types");
        assertThat(all).isChecked();

        JobsScreen.toggle(all);
        jobs.save();
        assertThat(jobs.field("Entity types")).hasAttribute("aria-invalid", "true");

        jobs.choose(jobs.field("Entity types"), "Work Item");
        jobs.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Chat"))
                .click();
        jobs.page().keyboard().press("Escape");
        jobs.save();
        assertThat(jobs.row(title)).isVisible();
        assertThat(console.api()
                        .get("/jobs?q=" + title.replace(" ", "%20"))
                        .at("/items/0/entityTypes")
                        .toString())
                .contains("WORK_ITEM", "CHAT");

        // A type without entity types has no such field.
        jobs.button("Add new job").click();
        jobs.choose(jobs.field("Type"), "Contact");
        assertThat(jobs.inDialog(AriaRole.SWITCH, "All entity types")).hasCount(0);
    }

    // P34, P35
    @Test
    void hours_and_minutes_out_of_range_are_refused_at_their_fields(Console console) {
        Browser browser = console.administrator();
        browser.expectError(REFUSED_JOB);
        browser.expectError(REFUSED_PREVIEW);
        JobsScreen jobs = newJob(browser);
        jobs.field("Title").fill(Console.unique("Refused"));
        jobs.field("Run every N hours").fill("24");
        jobs.field("Start at minute past the hour").fill("60");

        jobs.save();

        assertThat(jobs.field("Run every N hours")).hasAttribute("aria-invalid", "true");
        assertThat(jobs.field("Start at minute past the hour")).hasAttribute("aria-invalid", "true");
        assertThat(jobs.dialog().locator(".mantine-InputWrapper-error")).hasCount(2);
    }

    // P28, P36, P37, P38, P39, P40, P41, P45
    @Test
    void the_editor_says_in_a_sentence_and_by_the_next_ten_runs_what_the_job_will_do(Console console) {
        Browser browser = console.administrator();
        JobsScreen jobs = newJob(browser);
        for (String kind : List.of("Once", "Daily", "Weekly", "Hourly")) {
            jobs.segment(kind);
        }
        jobs.chooseZone("Europe/Rome");
        jobs.field("Run every N hours").fill("4");
        jobs.field("Start at minute past the hour").fill("5");
        jobs.field("The last").fill("4");
        Locator preview = jobs.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Next runs"));
        assertThat(preview).containsText("Every 4 hours at 5 minutes past, Europe/Rome; exports the 4 hours before");
        assertThat(preview.getByRole(AriaRole.LISTITEM)).hasCount(10);

        jobs.segment("Daily");
        jobs.field("At").fill("06:30");
        assertThat(preview).containsText("Daily at 06:30, Europe/Rome; exports the 4 hours before");
        jobs.segment("Weekly");
        jobs.choose(jobs.field("Day of week"), "Friday");
        assertThat(preview).containsText("Every Friday at 06:30, Europe/Rome; exports the 4 hours before");

        jobs.segment("Monthly");
        jobs.choose(jobs.field("Day of month"), "31");
        assertThat(preview).containsText("Does not run in");
        browser.inspect("editor-monthly");
        browser.inspectOnPhone("editor-monthly");
        jobs.choose(jobs.field("Day of month"), "Last day");
        assertThat(preview).containsText("Monthly on the last day at 06:30");
    }

    // P29, P30, P32, P42, P43, P44
    @Test
    void dates_and_times_are_picked_in_the_zone_of_the_job_which_is_named(Console console) {
        String title = Console.unique("Picked");
        Browser browser = console.administrator();
        browser.expectError(REFUSED_PREVIEW);
        JobsScreen jobs = newJob(browser);
        jobs.field("Title").fill(title);
        jobs.chooseZone("Asia/Tokyo");
        jobs.segment("Once");
        assertThat(jobs.inDialog(AriaRole.RADIO, "Start immediately")).isChecked();
        jobs.inDialog(AriaRole.RADIO, "Configure start date and time").check();
        assertThat(jobs.dialog()).containsText("Times in Asia/Tokyo");
        pickTomorrowAtNine(jobs, jobs.field("Start date and time"));
        browser.photograph("editor-once");
        jobs.segment("All data");
        jobs.save();

        assertThat(jobs.row(title)).containsText("Once,");
        String startAt = console.api()
                .get("/jobs?q=" + title.replace(" ", "%20"))
                .at("/items/0/schedule/startAt")
                .asString();
        assertThat(startAt).as("09:00 in Tokyo is midnight in UTC").endsWith("T00:00:00Z");
    }

    // P46, P47, P48
    @Test
    void files_have_a_size_in_megabytes_or_there_is_one(Console console) {
        String title = Console.unique("Split");
        JobsScreen jobs = newJob(console.administrator());
        jobs.field("Title").fill(title);
        assertThat(jobs.field("File split size (MB)")).hasValue("");
        jobs.field("File split size (MB)").fill("1024");
        jobs.save();
        assertThat(jobs.row(title)).isVisible();
        assertThat(console.api()
                        .get("/jobs?q=" + title.replace(" ", "%20"))
                        .at("/items/0/output/splitSizeMb")
                        .asInt())
                .isEqualTo(1024);
    }

    @Test
    void changes_are_not_thrown_away_unasked(Console console) {
        Browser browser = console.administrator();
        JobsScreen jobs = newJob(browser);
        jobs.field("Title").fill("Half a job");

        Locator question =
                jobs.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Leave without saving?"));
        jobs.page().keyboard().press("Escape");
        assertThat(question).isVisible();
        browser.inspect("editor-leave");
        button(question, "Stay").click();
        assertThat(question).isHidden();
        assertThat(jobs.field("Title")).hasValue("Half a job");

        jobs.page().goBack();
        assertThat(question).isVisible();
        button(question, "Stay").click();
        assertThat(question).isHidden();
        assertThat(jobs.field("Title")).hasValue("Half a job");

        jobs.page().keyboard().press("Escape");
        assertThat(question).isVisible();
        button(question, "Leave").click();
        assertThat(jobs.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    // P61
    @Test
    void when_somebody_else_saved_meanwhile_both_versions_are_shown_and_neither_is_lost(Console console) {
        String title = Console.unique("Conflict");
        String id = console.api().createJob(title, Map.of());
        Browser browser = console.administrator();
        browser.expectError("Failed to load resource.* 412 .*");
        JobsScreen jobs = JobsScreen.search(browser, title);
        jobs.button("Edit " + title).click();
        jobs.field("Description").fill("Mine");
        ObjectNode theirs = (ObjectNode) console.api().get("/jobs/" + id);
        theirs.put("description", "Theirs");
        console.api().put("/jobs/" + id, theirs.toString(), "\"1\"");

        jobs.save();

        assertThat(jobs.dialog()).containsText("Somebody else saved this job");
        Locator difference =
                jobs.dialog().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Description"));
        assertThat(difference).containsText("Mine");
        assertThat(difference).containsText("Theirs");
        browser.inspect("editor-conflict");
        jobs.inDialog(AriaRole.BUTTON, "Save mine over theirs").click();
        assertThat(jobs.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(console.api().get("/jobs/" + id).get("description").asString())
                .isEqualTo("Mine");
    }

    private static JobsScreen newJob(Browser browser) {
        browser.visit("/preferences");
        JobsScreen jobs = new JobsScreen(browser.page());
        // By the link, so that going back is a matter of the page.
        browser.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jobs"))
                .click();
        jobs.button("Add new job").click();
        assertThat(jobs.dialog()).containsText("Add new job");
        return jobs;
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator label(JobsScreen jobs, String name) {
        return jobs.dialog()
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static void pickTomorrowAtNine(JobsScreen jobs, Locator picker) {
        picker.click();
        Locator popup = jobs.page().locator("[data-dates-dropdown]");
        popup.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next month"))
                .click();
        popup.locator("table button:not([data-outside])").first().click();
        popup.getByRole(AriaRole.SPINBUTTON).nth(0).pressSequentially("09");
        popup.getByRole(AriaRole.SPINBUTTON).nth(1).pressSequentially("00");
        popup.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take this date and time"))
                .click();
    }
}
