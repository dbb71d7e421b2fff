package dev.longshore.scheduler.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as clients write them. */
public final class Jobs {
    private static final JsonMapper JSON = new JsonMapper();

    /** Every hour on the fifth minute, the last hour of interactions. */
    public static final String HOURLY = """
            {"title": "Interactions, hourly", "description": "For the warehouse",
             "source": "CONTACT_HISTORY", "type": "INTERACTION", "entityTypes": ["CHAT", "WORK_ITEM"],
             "schedule": {"kind": "HOURLY", "everyHours": 1, "minute": 5}, "timeZone": "Europe/Rome",
             "dateRange": {"kind": "LAST", "amount": 1, "unit": "HOURS"}, "dateColumn": "startDate",
             "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1024, "certificateId": null},
             "missedRuns": "EACH", "overlap": "WAIT"}
            """;

    /** Every hour on the hour, in UTC, what happened since the window before. */
    public static final String CHAIN = """
            {"title": "Interactions since last", "source": "CONTACT_HISTORY", "type": "INTERACTION",
             "schedule": {"kind": "HOURLY", "everyHours": 1, "minute": 0}, "timeZone": "UTC",
             "dateRange": {"kind": "SINCE_LAST"}}
            """;

    /** All contacts, at once. */
    public static final String IMMEDIATELY = """
            {"title": "All contacts", "source": "CONTACT_HISTORY", "type": "CONTACT",
             "schedule": {"kind": "ONCE", "startAt": null}, "dateRange": {"kind": "ALL"}}
            """;

    private Jobs() {}

    /** A job with one member replaced; the path is as error messages write it. */
    public static String with(String job, String path, String value) {
        var root = (ObjectNode) JSON.readTree(job);
        parent(root, path).set(leaf(path), JSON.readTree(value));
        return root.toString();
    }

    public static JsonNode parsed(String job) {
        return JSON.readTree(job);
    }

    /** Of a job as it was answered, what the client decides. */
    public static JsonNode settingsOf(JsonNode job) {
        return ((ObjectNode) job.deepCopy()).retain(parsed(HOURLY).propertyNames());
    }

    public static String without(String job, String path) {
        var root = (ObjectNode) JSON.readTree(job);
        parent(root, path).remove(leaf(path));
        return root.toString();
    }

    private static ObjectNode parent(ObjectNode root, String path) {
        var node = root;
        var steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            node = (ObjectNode) node.required(steps[i]);
        }
        return node;
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
