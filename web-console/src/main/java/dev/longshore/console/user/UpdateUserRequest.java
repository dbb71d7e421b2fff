package dev.longshore.console.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param sources null or absent for all */
record UpdateUserRequest(
        @Nullable String role,
        @Nullable List<@Nullable String> sources,
        @Nullable Boolean enabled) {}
