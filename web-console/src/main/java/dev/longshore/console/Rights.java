package dev.longshore.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may do, and with which sources.
 *
 * @param sources names of the catalog, sorted, without repetition; null for all, empty for none
 */
public record Rights(Role role, @Nullable List<String> sources) {
    private static final List<String> ALL = List.of("*");

    public Rights {
        sources = sources == null ? null : sources.stream().sorted().distinct().toList();
    }

    /** Whether everything of the installation may be administered: users, webhooks, replays, the audit log. */
    public boolean administers() {
        return role == Role.ADMIN && sources == null;
    }

    /** Whether all that the others allow is allowed here too. */
    public boolean contains(Rights others) {
        return role.contains(others.role) && containsSources(others.sources);
    }

    private boolean containsSources(@Nullable List<String> others) {
        return sources == null || (others != null && sources.containsAll(others));
    }

    /** What is allowed here and there. */
    public Rights within(Rights limit) {
        return new Rights(role.within(limit.role), common(sources, limit.sources));
    }

    private static @Nullable List<String> common(@Nullable List<String> one, @Nullable List<String> other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.stream().filter(other::contains).toList();
    }

    /** As the claim {@code sources} of a token tells the services; all sources are one asterisk. */
    public List<String> sourcesClaim() {
        return sources == null ? ALL : sources;
    }
}
