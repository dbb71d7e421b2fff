package dev.longshore.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was done, and to what.
 *
 * @param action what was done, in upper case with underscores, such as {@code JOB_CHANGED}
 * @param subjectKind kind of what it was done to, such as {@code JOB}
 * @param subjectId identity of what it was done to
 * @param subjectName what people call it at this moment; null when it has no name
 * @param source source of the data that it is about; null when about none
 * @param changes fields that it changed, or details of the act
 */
public record AuditEntry(
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String subjectName,
        @Nullable String source,
        List<AuditChange> changes) {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    public AuditEntry {
        if (!NAME.matcher(action).matches() || !NAME.matcher(subjectKind).matches()) {
            throw new IllegalArgumentException("action and subject kind are in upper case with underscores: %s, %s"
                    .formatted(action, subjectKind));
        }
        changes = List.copyOf(changes);
    }

    /** An entry about a subject without a name, a source or changes. */
    public static AuditEntry of(String action, String subjectKind, Object subjectId) {
        return new AuditEntry(action, subjectKind, subjectId.toString(), null, null, List.of());
    }

    /** The same with the name that the subject has at this moment. */
    public AuditEntry named(@Nullable String name) {
        return new AuditEntry(action, subjectKind, subjectId, name, source, changes);
    }

    /** The same about the data of a source. */
    public AuditEntry about(@Nullable String dataSource) {
        return new AuditEntry(action, subjectKind, subjectId, subjectName, dataSource, changes);
    }

    /** The same with these changes. */
    public AuditEntry with(List<AuditChange> changed) {
        return new AuditEntry(action, subjectKind, subjectId, subjectName, source, changed);
    }

    /** The same with one more detail that nothing stood for before. */
    public AuditEntry with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        List<AuditChange> more = new ArrayList<>(changes);
        more.add(new AuditChange(field, null, value.toString()));
        return with(more);
    }
}
