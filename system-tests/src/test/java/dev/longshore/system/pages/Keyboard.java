package dev.longshore.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.util.Arrays;
import java.util.List;

/** Somebody who uses a page without a mouse, and so has to see where the focus is. */
record Keyboard(Page page) {
    private static final int MOST_KEYS = 80;
    private static final int MARGIN = 8;

    /** Where the focus is, with something around it; what is focused may be too small to be seen, then it is what holds it. */
    private static final String FOCUSED_BOX = """
            (margin) => {
              let element = document.activeElement;
              while (element.getBoundingClientRect().width < margin) element = element.parentElement;
              const { left, top, right, bottom } = element.getBoundingClientRect();
              const x = Math.max(0, left - margin);
              const y = Math.max(0, top - margin);
              return [x, y, Math.min(innerWidth, right + margin) - x, Math.min(innerHeight, bottom + margin) - y];
            }
            """;

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on by Tab until the target is focused, which one must see. */
    void tabTo(Locator target) {
        pressUntilFocused("Tab", target);
    }

    void tabBackTo(Locator target) {
        pressUntilFocused("Shift+Tab", target);
    }

    private void pressUntilFocused(String key, Locator target) {
        for (int pressed = 0; pressed < MOST_KEYS; pressed++) {
            if (isFocused(target)) {
                requireVisibleFocus(target);
                return;
            }
            press(key);
        }
        throw new AssertionError("%d times %s do not lead to %s".formatted(MOST_KEYS, key, target));
    }

    /** Goes on by an arrow until the one of several that exclude one another is chosen. */
    void arrowTo(String arrow, Locator radio) {
        for (int pressed = 0; pressed < MOST_KEYS; pressed++) {
            if (radio.isChecked()) {
                requireVisibleFocus(radio);
                return;
            }
            press(arrow);
        }
        throw new AssertionError("%s does not lead to %s".formatted(arrow, radio));
    }

    private static boolean isFocused(Locator target) {
        return target.evaluate("element => element === document.activeElement").equals(true);
    }

    /** What is focused looks otherwise than when it is not. */
    private void requireVisibleFocus(Locator target) {
        // The browser brought it into view when it was focused; what has loaded since may have pushed it out.
        page.evaluate("() => document.activeElement.scrollIntoView({ block: 'nearest', behavior: 'instant' })");
        Clip place = place();
        byte[] focused = look(place);
        page.evaluate("() => { window.focusedBefore = document.activeElement; window.focusedBefore.blur(); }");
        byte[] otherwise = look(place);
        page.evaluate("() => window.focusedBefore.focus()");
        // Not compared by the assertion: its message would hold both pictures.
        assertThat(Arrays.equals(focused, otherwise))
                .as("%s looks the same with and without the focus", target)
                .isFalse();
    }

    private Clip place() {
        List<?> box = (List<?>) page.evaluate(FOCUSED_BOX, MARGIN);
        return new Clip(number(box, 0), number(box, 1), number(box, 2), number(box, 3));
    }

    private static double number(List<?> box, int place) {
        return ((Number) box.get(place)).doubleValue();
    }

    /** Without what goes on by itself, such as the stripes of a bar. */
    private byte[] look(Clip place) {
        return page.screenshot(
                new Page.ScreenshotOptions().setClip(place).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
