package dev.longshore.scheduler.backfill;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of backfills. */
@Schema(name = "BackfillList")
record BackfillListView(
        @Schema(description = "newest first; their windows are left out")
        List<BackfillView> items,

        @Schema(nullable = true, description = "null on the last page") @Nullable
        String nextCursor) {}
