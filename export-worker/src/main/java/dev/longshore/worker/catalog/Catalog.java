package dev.longshore.worker.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be exported. Read once from the resource {@code catalog/contact-history.json}, which the scheduler offers to
 * users: one more type there, and a view in the source, is one more thing to export without new code.
 */
public final class Catalog {
    private static final String RESOURCE = "/catalog/contact-history.json";

    private final List<ExportType> types;

    private Catalog(List<ExportType> types) {
        this.types = types;
    }

    /** Reads the catalog of this installation. Throws {@link IllegalStateException} when it does not fit together. */
    public static Catalog load() {
        CatalogFile file = JsonMapper.shared().readValue(resource(RESOURCE), CatalogFile.class);
        return new Catalog(file.types().stream()
                .map(type -> new ExportType(file.source(), type, recordSchema(type.recordSchema())))
                .toList());
    }

    public List<ExportType> types() {
        return types;
    }

    /** The type of that name. Throws {@link UnknownInCatalogException}. */
    public ExportType require(String source, String type) {
        return types.stream()
                .filter(candidate ->
                        candidate.source().equals(source) && candidate.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new UnknownInCatalogException("type of source " + source, type));
    }

    private static RecordSchema recordSchema(String id) {
        byte[] schema = resource("/record-schemas/" + id + ".json");
        try {
            return new RecordSchema(
                    id,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(schema)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(name), name + " is missing")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
