package dev.longshore.console.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor of the next page; null on the last one */
record UserListView(List<UserView> items, @Nullable String nextCursor) {}
