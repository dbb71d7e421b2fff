package dev.longshore.history.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs.
 *
 * @param items runs in the order asked for
 * @param nextCursor where the next page begins; null on the last page
 */
record RunListView(List<RunView> items, @Nullable String nextCursor) {}
