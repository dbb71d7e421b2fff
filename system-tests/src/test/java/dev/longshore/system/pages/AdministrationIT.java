package dev.longshore.system.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in and out, what one may not do, and what administrators look after. */
abstract class AdministrationIT {
    private static final String NEW_PASSWORD = "a horse of a different colour";

    // P84, P86
    @Test
    void a_new_user_signs_in_must_choose_a_password_and_signs_out(Console console) {
        String name = "carla";
        String oneTime = newUser(console, name, "EXPORTER");
        Browser browser = console.stranger();
        browser.expectError("Failed to load resource.* 401 .*/sign-in:.*");
        browser.expectError("Failed to load resource.* 400 .*/me/password:.*");
        Page page = browser.visit("/history");
        assertThat(heading(page, "Sign in")).isVisible();
        browser.inspect("sign-in");
        browser.inspectOnPhone("sign-in");

        enter(page, name, "not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("User or password is wrong.");
        browser.inspect("sign-in-wrong");

        enter(page, name, oneTime);
        assertThat(heading(page, "Choose a new password")).isVisible();
        browser.inspect("new-password");
        choosePassword(page, "not the password", NEW_PASSWORD, NEW_PASSWORD + "!");
        assertThat(page.getByText("The two are not the same")).isVisible();
        choosePassword(page, "not the password", NEW_PASSWORD, NEW_PASSWORD);
        assertThat(page.locator("[name=currentPassword][aria-invalid=true]")).isVisible();
        browser.inspect("new-password-wrong");
        choosePassword(page, oneTime, NEW_PASSWORD, NEW_PASSWORD);

        assertThat(heading(page, "History")).isVisible();
        page.getByRole(AriaRole.BUTTON, named("Account of " + name)).click();
        page.getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        assertThat(heading(page, "Sign in")).isVisible();
        browser.visit("/history");
        assertThat(heading(page, "Sign in")).isVisible();
    }

    // P84, P85
    @Test
    void a_viewer_is_offered_nothing_that_a_viewer_may_not_do(Console console) {
        ConsoleApi api = console.api();
        JsonNode run = api.awaitEnd(api.runNow(api.createJob("Administration, viewed", Map.of())));
        Browser browser = signedIn(console, "victor", "VIEWER");
        Page page = browser.visit("/administration");
        assertThat(heading(page, "Access denied")).isVisible();
        browser.inspect("access-denied");
        assertThat(page.getByRole(AriaRole.LINK, named("Administration"))).hasCount(0);

        browser.visit("/history/" + run.get("id").asString());
        assertThat(page.getByRole(AriaRole.BUTTON, named("Print"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Run again"))).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, named("Delete this line"))).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, named("Clone this run as a job")))
                .hasCount(0);

        browser.visit("/artifacts?runId=" + run.get("id").asString());
        page.getByRole(AriaRole.CHECKBOX, named("Select all that are shown")).check();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Load it"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Delete"))).hasCount(0);
    }

    @Test
    void an_administrator_adds_changes_and_resets_a_user(Console console) {
        Browser browser = console.administrator();
        Page page = browser.visit("/administration");
        page.getByRole(AriaRole.BUTTON, named("Add user")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("wanda");
        browser.inspect("user-add");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add user"))
                .click();
        assertThat(dialog).containsText("This is shown once.");
        browser.inspect("user-password");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have kept it"))
                .click();
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("wanda"))).containsText("Viewer");
        browser.inspect("users");
        browser.inspectOnPhone("users");

        page.getByRole(AriaRole.BUTTON, named("Edit wanda")).click();
        dialog.getByRole(AriaRole.SWITCH).setChecked(false);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("wanda"))).containsText("Disabled");

        page.getByRole(AriaRole.BUTTON, named("Reset the password of wanda")).click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reset password"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG, named("Password of wanda"))).containsText("This is shown once.");
    }

    @Test
    void a_token_is_shown_once_works_and_is_revoked(Console console) {
        Browser browser = console.administrator();
        Page page = browser.visit("/preferences");
        browser.inspect("preferences");
        browser.inspectOnPhone("preferences");
        page.getByRole(AriaRole.BUTTON, named("Make a token")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("nightly load");
        browser.inspect("token-add");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make token"))
                .click();
        Locator shown = dialog.locator("[aria-label='The token']");
        assertThat(shown).containsText("lsp_");
        browser.inspect("token-secret");
        String token = shown.textContent();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have kept it"))
                .click();
        assertThat(ConsoleApi.statusWithToken(console.uri(), token, "/jobs")).isEqualTo(200);

        browser.visit("/administration/tokens");
        assertThat(page.getByRole(AriaRole.ROW).filter(holding("nightly load"))).containsText("admin");
        browser.inspect("tokens");
        page.getByRole(AriaRole.BUTTON, named("Revoke nightly load")).click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke token"))
                .click();
        assertThat(page.getByText("The token was revoked")).isVisible();
        assertThat(ConsoleApi.statusWithToken(console.uri(), token, "/jobs")).isEqualTo(401);
    }

    @Test
    void a_webhook_is_added_and_its_deliveries_are_seen(Console console) {
        Browser browser = console.administrator();
        browser.expectError("Failed to load resource.* 400 .*/api/v1/webhooks:.*");
        Page page = browser.visit("/administration/webhooks");
        page.getByRole(AriaRole.BUTTON, named("Add webhook")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator address = dialog.getByLabel("Address");
        address.fill("https://127.0.0.1/inside");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(address).hasAttribute("aria-invalid", "true");
        browser.inspect("webhook-refused");
        address.fill("https://receiver.example.org/longshore");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).containsText("whsec_");
        browser.inspect("webhook-secret");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("I have kept it"))
                .click();
        browser.inspect("webhooks");

        page.getByRole(AriaRole.BUTTON, named("Deliveries to https://receiver.example.org/longshore"))
                .click();
        assertThat(dialog).containsText("Nothing has been sent yet.");
        browser.inspect("webhook-deliveries");
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, named("Delete the webhook to https://receiver.example.org/longshore"))
                .click();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete webhook"))
                .click();
        assertThat(page.getByText("No webhooks yet")).isVisible();
    }

    @Test
    void the_audit_log_tells_who_did_what_and_leaves_as_csv(Console console) {
        console.api().createJob("Administration, =audited", Map.of());
        Browser browser = console.administrator();
        Page page = browser.visit("/administration/audit?q=audited");
        Locator line = page.getByRole(AriaRole.ROW).filter(holding("Administration, =audited"));
        assertThat(line.first()).containsText("Job created");
        assertThat(line.first()).containsText("admin");
        browser.inspect("audit");
        browser.inspectOnPhone("audit");

        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Download as CSV")).click());
        assertThat(download.suggestedFilename()).endsWith(".csv");
        assertThat(download.path()).content().contains("Administration, =audited");
    }

    @Test
    void the_versions_and_licences_are_told(Console console) {
        Browser browser = console.administrator();
        Page page = browser.visit("/administration/about");
        assertThat(page.getByText("Apache License 2.0")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("@mantine/core");
        assertThat(page.getByText("v1", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        browser.inspect("about");
    }

    @Test
    void the_pages_speak_german_and_keep_to_the_zone_that_was_chosen(Console console) {
        ConsoleApi api = console.api();
        JsonNode run = api.awaitEnd(api.runNow(api.createJob("Administration, auf Deutsch", Map.of())));
        Browser browser = console.administrator();
        Page page = browser.visit("/preferences");
        page.getByText("Deutsch").click();
        assertThat(heading(page, "Einstellungen")).isVisible();
        browser.visit("/history/" + run.get("id").asString());
        assertThat(heading(page, "Lauf von „Administration, auf Deutsch“")).isVisible();
        assertThat(page.getByText(Pattern.compile("\\(Europe/Rome\\)")).first()).isVisible();
        browser.inspect("run-german");
    }

    /** Adds a user and returns the password that is shown once. */
    private static String newUser(Console console, String name, String role) {
        return console.api()
                .post("/users", "{\"name\": \"%s\", \"role\": \"%s\", \"sources\": null}".formatted(name, role))
                .get("oneTimePassword")
                .asString();
    }

    /** A browser in which a new user has signed in and chosen a password. */
    private static Browser signedIn(Console console, String name, String role) {
        String oneTime = newUser(console, name, role);
        Browser browser = console.stranger();
        Page page = browser.visit("/sign-in");
        enter(page, name, oneTime);
        assertThat(heading(page, "Choose a new password")).isVisible();
        choosePassword(page, oneTime, NEW_PASSWORD, NEW_PASSWORD);
        assertThat(heading(page, "Jobs")).isVisible();
        return browser;
    }

    private static void enter(Page page, String user, String password) {
        page.getByLabel("User").fill(user);
        page.locator("[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    private static void choosePassword(Page page, String current, String next, String again) {
        page.locator("[name=currentPassword]").fill(current);
        page.locator("[name=newPassword]").fill(next);
        page.locator("[name=again]").fill(again);
        page.getByRole(AriaRole.BUTTON, named("Change password")).click();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
