package dev.longshore.history.audit;

import dev.longshore.events.AuditRecorded;
import dev.longshore.history.audit.AuditDao.AuditRow;
import dev.longshore.history.audit.AuditView.AuditChangeView;
import dev.longshore.history.audit.AuditView.AuditSubjectView;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records of the audit log as messages, rows and views. */
final class AuditCodec {
    private static final TypeReference<List<AuditChangeView>> CHANGES = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    AuditRow rowOf(AuditRecorded message) {
        List<AuditChangeView> changes = message.getChanges().stream()
                .map(change -> new AuditChangeView(change.getField(), change.getFrom(), change.getTo()))
                .toList();
        return new AuditRow(
                UUID.fromString(message.getEventId()),
                message.getOccurredAt(),
                message.getActor(),
                message.getRole(),
                message.getAddress(),
                message.getAction(),
                message.getSubjectKind(),
                message.getSubjectId(),
                message.getSubjectName(),
                message.getSource(),
                json.writeValueAsString(changes));
    }

    AuditView viewOf(AuditRow row) {
        return new AuditView(
                row.eventId(),
                row.occurredAt(),
                row.actor(),
                row.role(),
                row.address(),
                row.action(),
                new AuditSubjectView(row.subjectKind(), row.subjectId(), row.subjectName()),
                row.source(),
                json.readValue(row.changes(), CHANGES));
    }
}
