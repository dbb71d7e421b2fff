package dev.longshore.platform.security;

import dev.longshore.platform.web.ForbiddenException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The sources that a caller may see, from the claim {@code sources} of the token: their names, or one asterisk for all.
 * A token without the claim sees nothing.
 *
 * @param names of the sources; null for all, empty for none
 */
public record AllowedSources(@Nullable Set<String> names) {
    /** All sources, for a caller who is not limited. */
    public static final AllowedSources ALL = new AllowedSources(null);

    private static final AllowedSources NONE = new AllowedSources(Set.of());
    private static final String CLAIM = "sources";
    private static final String EACH = "*";

    public AllowedSources {
        names = names == null ? null : Set.copyOf(names);
    }

    /** Those of the present call; none outside of one. */
    public static AllowedSources ofCaller() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof Jwt token ? of(token) : NONE;
    }

    static AllowedSources of(Jwt token) {
        List<String> claimed = token.hasClaim(CLAIM) ? token.getClaimAsStringList(CLAIM) : null;
        if (claimed == null) {
            return NONE;
        }
        return claimed.contains(EACH) ? ALL : new AllowedSources(Set.copyOf(claimed));
    }

    public boolean areAll() {
        return names == null;
    }

    /** @param source null when it is not known: then it is shown to those only who may see all */
    public boolean permit(@Nullable String source) {
        return names == null || (source != null && names.contains(source));
    }

    /** Whether something of these sources may be seen: each must be allowed, and there must be one. */
    public boolean permitAll(Collection<String> sources) {
        return names == null || (!sources.isEmpty() && names.containsAll(sources));
    }

    /** For a condition such as {@code CAST(:allowed AS text[]) IS NULL OR source = ANY(:allowed)}; null for all. */
    public String @Nullable [] orNull() {
        return names == null ? null : names.stream().sorted().toArray(String[]::new);
    }

    /**
     * What a list may hold.
     *
     * @param asked sources that the caller chose; null for all
     * @return sources to choose from; null for all, empty for none
     */
    public @Nullable List<String> among(@Nullable Collection<String> asked) {
        if (asked == null) {
            return names == null ? null : names.stream().sorted().toList();
        }
        return asked.stream().filter(this::permit).sorted().distinct().toList();
    }

    /**
     * For something new, which no list hides.
     *
     * @throws ForbiddenException when the caller may not use this source
     */
    public void require(String source) {
        if (!permit(source)) {
            throw new ForbiddenException(
                    "source-not-allowed",
                    "You may not use the source %s; an administrator can allow it".formatted(source));
        }
    }

    /**
     * For what speaks of all sources at once.
     *
     * @param remedy what to do instead, as a sentence
     * @throws ForbiddenException when the caller may not see all sources
     */
    public void requireAll(String remedy) {
        if (!areAll()) {
            throw new ForbiddenException("source-not-allowed", "This tells of all sources. " + remedy);
        }
    }
}
