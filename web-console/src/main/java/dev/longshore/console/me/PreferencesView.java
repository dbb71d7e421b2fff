package dev.longshore.console.me;

import org.jspecify.annotations.Nullable;

/**
 * How a person likes the pages; null leaves it to the browser.
 *
 * @param timeZone IANA name
 * @param colourScheme AUTO, LIGHT or DARK
 * @param language {@code en} or {@code de}
 */
record PreferencesView(
        @Nullable String timeZone,
        @Nullable String colourScheme,
        @Nullable String language) {
    static final PreferencesView NONE = new PreferencesView(null, null, null);
}
