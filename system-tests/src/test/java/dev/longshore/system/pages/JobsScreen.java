package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The page of jobs as a person sees and uses it. */
record JobsScreen(Page page) {
    /** Shows all jobs. */
    static JobsScreen open(Browser browser) {
        JobsScreen jobs = new JobsScreen(browser.visit("/jobs"));
        assertThat(jobs.heading("Jobs")).isVisible();
        return jobs;
    }

    /** Shows the jobs whose titles hold a text, so that others do not get in the way. */
    static JobsScreen search(Browser browser, String text) {
        JobsScreen jobs = new JobsScreen(browser.visit("/jobs?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        assertThat(jobs.row(text).first()).isVisible();
        return jobs;
    }

    Locator row(String title) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    Locator slider(String title) {
        return page.getByRole(AriaRole.SWITCH, named(title + " is active"));
    }

    Locator checkbox(String title) {
        return page.getByRole(AriaRole.CHECKBOX, named("Select " + title));
    }

    /** A field of the dialog by its label, with or without the asterisk of mandatory ones. */
    Locator field(String label) {
        return labelled(dialog(), label);
    }

    /** A filter of the list by its label. */
    Locator filter(String label) {
        return labelled(page.getByRole(AriaRole.SEARCH), label);
    }

    private Locator labelled(Locator place, String label) {
        return place.locator("input, textarea, button")
                .and(page.getByLabel(Pattern.compile("^%s\\s*\\*?$".formatted(label.replaceAll("[()]", "\\\\$0")))));
    }

    /** The dialog that was opened last. */
    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG).last();
    }

    Locator inDialog(AriaRole role, String name) {
        return dialog().getByRole(
                        role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Chooses from the menu with what is rarely wanted of a job. */
    void more(String title, String item) {
        button("More for " + title).click();
        page.getByRole(AriaRole.MENUITEM, named(item)).click();
    }

    /** Chooses an option of a field, as by mouse. */
    void choose(Locator field, String option) {
        field.click();
        page.getByRole(AriaRole.OPTION, named(option)).click();
    }

    /** Chooses a time zone: there are more than are listed, so a part of the name is typed. */
    void chooseZone(String zone) {
        field("Time zone").fill(zone.substring(zone.indexOf('/') + 1));
        page.getByRole(AriaRole.OPTION, named(zone)).click();
    }

    /** Clicks a slider, whose input is too small to be hit. */
    static void toggle(Locator slider) {
        slider.click(new Locator.ClickOptions().setForce(true));
    }

    /** Clicks one of the segments that exclude one another. */
    void segment(String name) {
        dialog().getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void save() {
        inDialog(AriaRole.BUTTON, "Save").click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
