package dev.longshore.history.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param id record
 * @param at when it was done
 * @param actor name of the user; {@code system} when the product did it of itself
 * @param role roles that the user had, with commas between; null when not signed in
 * @param address network address that the call came from; null when nobody called
 * @param action what was done, for example JOB_CHANGED
 * @param subject what it was done to
 * @param source source of the data that it is about; null when about none
 * @param changes fields that it changed, or details of the act
 */
record AuditView(
        UUID id,
        Instant at,
        String actor,
        @Nullable String role,
        @Nullable String address,
        String action,
        AuditSubjectView subject,
        @Nullable String source,
        List<AuditChangeView> changes) {
    /**
     * What an act was done to.
     *
     * @param kind for example JOB
     * @param id its identity
     * @param name what people called it at that moment; null when it has no name
     */
    record AuditSubjectView(
            String kind, String id, @Nullable String name) {}

    /**
     * A changed field.
     *
     * @param field path, for example schedule.everyHours
     * @param from value before; null when there was none
     * @param to value after; null when there is none
     */
    record AuditChangeView(
            String field, @Nullable String from, @Nullable String to) {}
}
