package dev.longshore.history.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit log, newest first.
 *
 * @param items records
 * @param nextCursor where the next page begins; null on the last
 */
record AuditListView(List<AuditView> items, @Nullable String nextCursor) {}
