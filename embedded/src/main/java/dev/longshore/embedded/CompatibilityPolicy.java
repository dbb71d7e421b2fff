package dev.longshore.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;

/** Decides by Avro's own rules whether a schema may follow the versions of its subject. */
final class CompatibilityPolicy {
    private CompatibilityPolicy() {}

    /** Why the candidate may not follow the versions (oldest first), in words; empty when it may. */
    static List<String> objections(Schema candidate, List<RegisteredVersion> versions, CompatibilityLevel level) {
        List<RegisteredVersion> relevant = level.isTransitive() || versions.isEmpty()
                ? versions
                : versions.subList(versions.size() - 1, versions.size());
        List<String> objections = new ArrayList<>();
        for (RegisteredVersion earlier : relevant) {
            Schema schema = new Schema.Parser().parse(earlier.schema());
            if (level.mustReadOld()) {
                objections(candidate, schema)
                        .map(why -> "cannot read version %d: %s".formatted(earlier.version(), why))
                        .forEach(objections::add);
            }
            if (level.mustBeReadByOld()) {
                objections(schema, candidate)
                        .map(why -> "version %d cannot read it: %s".formatted(earlier.version(), why))
                        .forEach(objections::add);
            }
        }
        return objections;
    }

    private static Stream<String> objections(Schema reader, Schema writer) {
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getIncompatibilities().stream()
                .map(found -> "%s at %s: %s".formatted(found.getType(), found.getLocation(), found.getMessage()));
    }
}
