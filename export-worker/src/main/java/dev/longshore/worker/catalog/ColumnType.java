package dev.longshore.worker.catalog;

import java.util.List;

/** Type of a column as the catalog names it, with the types of the source that fit it. */
public enum ColumnType {
    SMALLINT("smallint", "int2"),
    INTEGER("integer", "int4 int2"),
    BIGINT("bigint", "int8 int4 int2"),
    BOOLEAN("boolean", "bool"),
    DOUBLE("double precision", "float8 float4"),
    TIMESTAMPTZ("timestamptz", "timestamptz"),
    TEXT("text", "text varchar bpchar"),
    JSONB("jsonb", "jsonb json"),
    TEXT_ARRAY("text[]", "_text _varchar _bpchar");

    private final String catalogName;
    private final String acceptedTypes;

    ColumnType(String catalogName, String acceptedTypes) {
        this.catalogName = catalogName;
        this.acceptedTypes = acceptedTypes;
    }

    public String catalogName() {
        return catalogName;
    }

    /** Names in {@code pg_type} of the source's column types that are read as this one. */
    public List<String> acceptedTypes() {
        return List.of(acceptedTypes.split(" "));
    }

    static ColumnType named(String catalogName) {
        for (ColumnType type : values()) {
            if (type.catalogName.equals(catalogName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown column type in the catalog: " + catalogName);
    }
}
