package dev.longshore.platform.security;

import dev.longshore.platform.web.NotFoundException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hides single things of sources that the caller may not see: whatever is asked of them, there is nothing (404), as for
 * things that do not exist. Stands before every endpoint whose path begins in one of these ways; lists, bodies and
 * streams are the endpoints' own business. Costs a look-up only where the caller is limited to named sources.
 */
public final class SourceInterceptor implements HandlerInterceptor {
    private final Map<String, Function<UUID, Collection<String>>> sources;

    private SourceInterceptor(Map<String, Function<UUID, Collection<String>>> sources) {
        this.sources = sources;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        AllowedSources allowed = AllowedSources.ofCaller();
        if (allowed.areAll()
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables)) {
            return true;
        }
        sources.forEach((beginning, sourcesOf) -> {
            if (pattern.equals(beginning) || pattern.startsWith(beginning + "/")) {
                require(allowed, variables.get(lastVariable(beginning)), sourcesOf);
            }
        });
        return true;
    }

    private static void require(
            AllowedSources allowed, @Nullable Object value, Function<UUID, Collection<String>> sourcesOf) {
        UUID id;
        try {
            id = UUID.fromString(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            return; // is refused as no identity
        }
        if (!allowed.permitAll(sourcesOf.apply(id))) {
            throw new NotFoundException("There is nothing with the identity %s, or not for you".formatted(id));
        }
    }

    private static String lastVariable(String beginning) {
        return beginning.substring(beginning.lastIndexOf('{') + 1, beginning.lastIndexOf('}'));
    }

    /** Collects what the paths begin with. */
    public static final class Builder {
        private final Map<String, Function<UUID, Collection<String>>> sources = new LinkedHashMap<>();

        private Builder() {}

        /**
         * @param beginning of the endpoints' paths, up to a variable that holds an identity, as {@code /api/v1/jobs/{jobId}}
         * @param sourcesOf what belongs to the identity; empty if there is no such thing
         */
        public Builder guard(String beginning, Function<UUID, Collection<String>> sourcesOf) {
            sources.put(beginning, sourcesOf);
            return this;
        }

        public SourceInterceptor build() {
            return new SourceInterceptor(new LinkedHashMap<>(sources));
        }
    }
}
