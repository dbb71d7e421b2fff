package dev.longshore.console.user;

import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import dev.longshore.platform.web.FieldProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code role} and {@code sources} of a request; notes what is wrong with them, all at once. */
public final class RightsReader {
    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    private static final int MOST_SOURCES = 50;

    private RightsReader() {}

    /** The rights asked for; of no meaning when a problem was added. */
    public static Rights read(
            @Nullable String role, @Nullable List<@Nullable String> sources, List<FieldProblem> problems) {
        Role known = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElse(null);
        if (known == null) {
            problems.add(new FieldProblem("role", role, "must be one of " + Arrays.toString(Role.values())));
        }
        if (sources != null && !areNames(sources)) {
            problems.add(new FieldProblem(
                    "sources",
                    sources,
                    "must be null for all sources, or 1 to %d names of the catalog, such as CONTACT_HISTORY"
                            .formatted(MOST_SOURCES)));
            return new Rights(Role.VIEWER, List.of());
        }
        return new Rights(
                known == null ? Role.VIEWER : known,
                sources == null
                        ? null
                        : sources.stream().filter(Objects::nonNull).toList());
    }

    private static boolean areNames(List<@Nullable String> sources) {
        return !sources.isEmpty()
                && sources.size() <= MOST_SOURCES
                && sources.stream()
                        .allMatch(source ->
                                source != null && SOURCE.matcher(source).matches());
    }
}
