package dev.longshore.worker.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalog resource as it is written down. */
record CatalogFile(String source, String label, List<String> formats, List<String> compressions, List<Type> types) {
    record Type(
            String type,
            String label,
            String slug,
            String view,
            String key,
            List<String> dateColumns,
            String defaultDateColumn,
            @Nullable String entityTypeColumn,
            @Nullable List<EntityType> entityTypes,
            String recordSchema,
            List<ColumnEntry> columns) {}

    record ColumnEntry(String name, String column, String type, boolean nullable) {}
}
