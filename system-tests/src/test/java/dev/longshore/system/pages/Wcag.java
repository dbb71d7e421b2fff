package dev.longshore.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges what a page shows by the rules of WCAG 2.2 A and AA, as axe-core knows them. Judging takes seconds of a processor, so
 * nothing is judged twice: its code is put into a document once, for the console changes from page to page without loading
 * another; where a dialog is open it is judged alone, for the page behind it is judged when it is in front; style sheets are
 * judged when they are seen for the first time.
 */
final class Wcag {
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The rules that another colour scheme can break; all else is the same in each. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String CODE = AxeBuilder.getAxeScript();
    private static final Set<Object> JUDGED_STYLES = ConcurrentHashMap.newKeySet();

    /** Only violations are told in full: of all that is well there is too much to be carried out of the browser each time. */
    private static final String JUDGE = """
            async ({ only, styles }) => {
              const portals = [...document.querySelectorAll('[data-portal]')].filter(({ children }) => children.length > 0);
              const dialog = portals.some((portal) => portal.querySelector('[role=dialog]') !== null);
              const { passes, violations, incomplete } = await axe.run(dialog ? { include: portals } : document, {
                runOnly: only,
                rules: { 'css-orientation-lock': { enabled: styles } },
                preload: styles,
                resultTypes: ['violations'],
              });
              const node = ({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`;
              return {
                rules: passes.length + violations.length,
                violations: violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node).join('; ')}`),
                // A rule that fails judges nothing, and is not told among the violations.
                failed: incomplete.filter(({ error }) => error !== undefined).map(({ id, error }) => `${id}: ${error.message}`),
              };
            }
            """;

    private Wcag() {}

    /** @param what what the page shows, for the message */
    static void requireNoViolation(Page page, String what) {
        // Rules are tried in the page's own document only.
        assertThat(page.frames()).as("documents in %s", what).hasSize(1);
        Object sheets = page.evaluate("() => [...document.styleSheets].map(({ href }) => href ?? '').sort().join(' ')");
        require(
                page,
                what,
                Map.of("only", Map.of("type", "tag", "values", LEVELS), "styles", JUDGED_STYLES.add(sheets)));
    }

    /** By colours alone: of what is judged by all rules in another colour scheme. */
    static void requireNoViolationByColours(Page page, String what) {
        require(page, what, Map.of("only", Map.of("type", "rule", "values", OF_COLOURS), "styles", false));
    }

    private static void require(Page page, String what, Map<String, ?> wanted) {
        if (page.evaluate("() => 'axe' in window").equals(false)) {
            page.evaluate(CODE);
        }
        Map<?, ?> judged = (Map<?, ?>) page.evaluate(JUDGE, wanted);
        assertThat((Integer) judged.get("rules"))
                .as("rules that apply to %s", what)
                .isPositive();
        assertThat((List<?>) judged.get("failed"))
                .as("rules that could not judge %s", what)
                .isEmpty();
        assertThat((List<?>) judged.get("violations"))
                .as("WCAG 2.2 A and AA in %s", what)
                .isEmpty();
    }
}
