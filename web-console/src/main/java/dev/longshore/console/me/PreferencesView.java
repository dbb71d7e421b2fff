package dev.longshore.console.me;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a person likes the pages; null leaves it to the browser.
 *
 * @param timeZone IANA name
 * @param colourScheme AUTO, LIGHT or DARK
 * @param language {@code en} or {@code de}
 */
record PreferencesView(
        @Schema(description = "IANA name") @Nullable String timeZone,

        @Schema(description = "AUTO, LIGHT or DARK") @Nullable
        String colourScheme,

        @Schema(description = "en or de") @Nullable String language) {
    static final PreferencesView NONE = new PreferencesView(null, null, null);
}
