package dev.longshore.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes docs/asyncapi.json (AsyncAPI 3.0.0) from the topics and what their schemas say of themselves. */
final class AsyncApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String CONTENT_TYPE = "application/vnd.confluent.avro";

    /** Headers of the public contract beside {@code event-id}, and what they hold. */
    private static final Map<String, String> CLOUD_EVENT = Map.of(
            "ce_specversion", "Version of CloudEvents.",
            "ce_id", "Identity of the event: derived from what it is about, the same when it is sent again.",
            "ce_type", "Kind of the event.",
            "ce_source", "What sent it.",
            "ce_subject", "What it is about: jobs/<job id>/runs/<run id>.",
            "ce_time", "When it happened, ISO 8601 in UTC.",
            "content-type", "How the value is encoded.");

    /** Topics for systems outside of Longshore, with the kind of their events. */
    private static final Map<String, String> PUBLIC = Map.of(
            Topics.EXPORT_COMPLETED, "dev.longshore.export.completed",
            Topics.EXPORT_EXPIRING, "dev.longshore.export.expiring");

    private final ObjectNode root = JSON.createObjectNode();

    static String text() {
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
                                    .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n")))
                            .writeValueAsString(new AsyncApiDocument().build())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode build() throws JsonProcessingException {
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Longshore events")
                .put("version", "1")
                .put(
                        "description",
                        "Written from the schemas under schemas/src/main/avro; do not edit. After a change there: "
                                + Contract.WRITE_COMMAND
                                + ". Values are Avro in the Confluent wire format, with a schema registry.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        root.put("defaultContentType", CONTENT_TYPE);
        root.putObject("servers")
                .putObject("broker")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "Your Kafka; in standalone, the one that it prints when it starts.");
        for (Contract contract : Contract.ALL) {
            add(contract);
        }
        return root;
    }

    private void add(Contract contract) throws JsonProcessingException {
        String message = contract.schema().getName();
        boolean isPublic = PUBLIC.containsKey(contract.topic());
        ObjectNode channel = root.withObject("/channels").putObject(message);
        channel.put("address", contract.topic()).put("description", "Key: %s.".formatted(contract.key()));
        channel.putArray("tags").addObject().put("name", isPublic ? "public" : "internal");
        channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
        ObjectNode operation = root.withObject("/operations").putObject("send" + message);
        operation
                .put("action", "send")
                .put("summary", contract.schema().getDoc())
                .putObject("channel")
                .put("$ref", "#/channels/" + message);
        addMessage(contract, message, isPublic);
    }

    private void addMessage(Contract contract, String name, boolean isPublic) throws JsonProcessingException {
        ObjectNode message = root.withObject("/components/messages").putObject(name);
        message.put("name", name)
                .put("title", name)
                .put("summary", contract.schema().getDoc())
                .put("contentType", CONTENT_TYPE);
        ObjectNode headers = message.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("event-id").put("type", "string").put("description", "Identity of the message (UUID).");
        headers.putArray("required").add("event-id");
        if (isPublic) {
            Map<String, String> fixed = Map.of(
                    "ce_specversion", "1.0", "ce_type", PUBLIC.get(contract.topic()), "content-type", CONTENT_TYPE);
            CLOUD_EVENT.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(header -> {
                ObjectNode property = properties
                        .putObject(header.getKey())
                        .put("type", "string")
                        .put("description", header.getValue());
                if (fixed.containsKey(header.getKey())) {
                    property.put("const", fixed.get(header.getKey()));
                }
                headers.withArray("required").add(header.getKey());
            });
        }
        ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
        payload.set("schema", JSON.readTree(contract.schema().toString()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", contract.key());
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "4")
                .put("schemaLookupStrategy", "TopicIdStrategy")
                .put("bindingVersion", "0.5.0");
    }
}
