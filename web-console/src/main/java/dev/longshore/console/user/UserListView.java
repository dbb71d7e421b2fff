package dev.longshore.console.user;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor of the next page; null on the last one */
record UserListView(
        List<UserView> items,

        @Schema(description = "of the next page; null on the last one") @Nullable
        String nextCursor) {}
