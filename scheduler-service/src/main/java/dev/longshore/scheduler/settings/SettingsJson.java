package dev.longshore.scheduler.settings;

import static java.util.Objects.requireNonNull;

import dev.longshore.platform.audit.AuditChange;
import dev.longshore.platform.audit.AuditChanges;
import dev.longshore.platform.web.FieldProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Versions of a job as they are kept. What was accepted once stays readable: neither the catalog nor the clock is asked
 * again.
 */
public final class SettingsJson {
    private final JsonMapper json;

    public SettingsJson(JsonMapper json) {
        this.json = json;
    }

    public String write(JobSettings settings) {
        return json.writeValueAsString(SettingsView.of(settings));
    }

    /** Fields of a new job, for the audit log. */
    public List<AuditChange> differences(JobSettings after) {
        return AuditChanges.between(json.createObjectNode(), json.valueToTree(SettingsView.of(after)));
    }

    /** Fields in which two versions differ, for the audit log. */
    public List<AuditChange> differences(JobSettings before, JobSettings after) {
        return AuditChanges.between(
                json.valueToTree(SettingsView.of(before)), json.valueToTree(SettingsView.of(after)));
    }

    public JobSettings read(String stored) {
        var node = (ObjectNode) json.readTree(stored);
        var problems = new ArrayList<FieldProblem>();
        var fields = JsonFields.root(node, problems);
        var schedule = ScheduleReader.read(requireNonNull(fields.object("schedule")), Instant.MIN);
        var dateRange = DateRangeReader.read(requireNonNull(fields.object("dateRange")), schedule);
        if (schedule == null || dateRange == null) {
            throw new IllegalStateException("stored settings are not readable: " + problems);
        }
        return new JobSettings(
                node.required("title").asString(),
                node.path("description").asString(""),
                node.required("source").asString(),
                node.required("type").asString(),
                texts(node.get("entityTypes")),
                schedule,
                ZoneId.of(node.required("timeZone").asString()),
                dateRange,
                node.required("dateColumn").asString(),
                output(node.required("output")),
                MissedRuns.valueOf(node.required("missedRuns").asString()),
                Overlap.valueOf(node.required("overlap").asString()),
                number(node.path("suspendAfterFailures")),
                number(node.path("retentionDays")));
    }

    private static OutputSettings output(JsonNode node) {
        return new OutputSettings(
                node.required("format").asString(),
                node.required("compression").asString(),
                number(node.path("splitSizeMb")));
    }

    private static OptionalInt number(JsonNode node) {
        return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    private static List<String> texts(@Nullable JsonNode array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
    }
}
