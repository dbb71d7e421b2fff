package dev.longshore.console.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param sources null or absent for all */
record CreateUserRequest(
        @Nullable String name,
        @Nullable String role,
        @Nullable List<@Nullable String> sources) {}
