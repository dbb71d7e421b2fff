package dev.longshore.console.me;

import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.InvalidRequestException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how people like the pages; the last one who says so is right. */
class PreferencesService {
    private static final List<String> SCHEMES = List.of("AUTO", "LIGHT", "DARK");
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final PreferencesDao preferences;

    PreferencesService(PreferencesDao preferences) {
        this.preferences = preferences;
    }

    @Transactional(readOnly = true)
    public PreferencesView of(String user) {
        return preferences.find(user).orElse(PreferencesView.NONE);
    }

    @Transactional
    public PreferencesView keep(String user, PreferencesView preferred) {
        List<FieldProblem> problems = new ArrayList<>();
        String zone = preferred.timeZone();
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(new FieldProblem("timeZone", zone, "must be an IANA name such as Europe/Rome, or null"));
        }
        addUnlessOneOf(problems, "colourScheme", preferred.colourScheme(), SCHEMES);
        addUnlessOneOf(problems, "language", preferred.language(), LANGUAGES);
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        if (preferences.upsert(user, zone, preferred.colourScheme(), preferred.language()) != 1) {
            throw new IllegalStateException("preferences were not stored");
        }
        return preferred;
    }

    private static void addUnlessOneOf(
            List<FieldProblem> problems, String field, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            problems.add(new FieldProblem(field, value, "must be one of %s, or null".formatted(allowed)));
        }
    }
}
