package dev.longshore.worker.manifest;

import dev.longshore.worker.layout.AssembledFile;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes manifests as JSON: the same manifest always as the same bytes, fields in a fixed order, with a line feed at the end. */
public final class ManifestWriter {
    private static final int MANIFEST_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private ManifestWriter() {}

    public static byte[] write(Manifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("manifestVersion", MANIFEST_VERSION);
            json.writeStringProperty("runId", manifest.runId().toString());
            writeJob(json, manifest.job());
            writeDataset(json, manifest.dataset());
            json.writeObjectPropertyStart("window");
            writeInstant(json, "from", manifest.window().from());
            writeInstant(json, "to", manifest.window().to());
            json.writeEndObject();
            writeInstant(json, "closedThrough", manifest.closedThrough());
            writeString(json, "closingWarning", manifest.closingWarning());
            json.writeObjectPropertyStart("schema");
            json.writeStringProperty("id", manifest.schema().id());
            json.writeStringProperty("sha256", manifest.schema().sha256());
            json.writeEndObject();
            json.writeObjectPropertyStart("output");
            json.writeStringProperty("format", manifest.output().format());
            json.writeStringProperty("compression", manifest.output().compression());
            json.writeNullProperty("encryption");
            json.writeEndObject();
            writeFiles(json, manifest);
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void writeJob(JsonGenerator json, Manifest.Job job) {
        json.writeObjectPropertyStart("job");
        json.writeStringProperty("id", job.id().toString());
        json.writeStringProperty("title", job.title());
        json.writeNumberProperty("version", job.version());
        json.writeEndObject();
    }

    private static void writeDataset(JsonGenerator json, Manifest.Dataset dataset) {
        json.writeObjectPropertyStart("dataset");
        json.writeStringProperty("source", dataset.source());
        json.writeStringProperty("type", dataset.type());
        List<String> entityTypes = dataset.entityTypes();
        if (entityTypes == null) {
            json.writeNullProperty("entityTypes");
        } else {
            writeStrings(json, "entityTypes", entityTypes);
        }
        json.writeStringProperty("dateColumn", dataset.dateColumn());
        json.writeEndObject();
    }

    private static void writeFiles(JsonGenerator json, Manifest manifest) {
        json.writeArrayPropertyStart("files");
        for (ManifestFile file : manifest.files()) {
            writeFile(json, file.name(), file.content());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("files", manifest.files().size());
        json.writeNumberProperty("rows", manifest.rows());
        json.writeNumberProperty("bytes", manifest.bytes());
        json.writeNumberProperty("plainBytes", manifest.plainBytes());
        json.writeEndObject();
    }

    private static void writeFile(JsonGenerator json, String name, AssembledFile file) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeNumberProperty("bytes", file.bytes());
        json.writeStringProperty("sha256", file.sha256());
        json.writeNumberProperty("rows", file.rows());
        json.writeNumberProperty("plainBytes", file.plainBytes());
        json.writeStringProperty("plainSha256", file.plainSha256());
        writeStrings(json, "first", file.first());
        writeStrings(json, "last", file.last());
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, String name, List<? extends @Nullable String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void writeInstant(JsonGenerator json, String name, @Nullable Instant instant) {
        writeString(json, name, instant == null ? null : instant.toString());
    }

    private static void writeString(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
