package dev.longshore.worker.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One type of a source that can be exported: a view of the source and what its columns are called in the output. */
public final class ExportType {
    private final String source;
    private final String type;
    private final String slug;
    private final String view;
    private final Column key;
    private final List<Column> dateColumns;
    private final Column defaultDateColumn;
    private final @Nullable Column entityTypeColumn;
    private final List<EntityType> entityTypes;
    private final List<Column> columns;
    private final RecordSchema recordSchema;

    ExportType(String source, CatalogFile.Type entry, RecordSchema recordSchema) {
        this.source = source;
        this.type = entry.type();
        this.slug = entry.slug();
        this.view = entry.view();
        this.columns = entry.columns().stream()
                .map(column ->
                        new Column(column.name(), column.column(), ColumnType.named(column.type()), column.nullable()))
                .toList();
        this.key = column(entry.key());
        this.dateColumns = entry.dateColumns().stream().map(this::column).toList();
        this.defaultDateColumn = dateColumn(entry.defaultDateColumn());
        this.entityTypeColumn = entry.entityTypeColumn() == null ? null : column(entry.entityTypeColumn());
        this.entityTypes = entry.entityTypes() == null ? List.of() : List.copyOf(entry.entityTypes());
        this.recordSchema = recordSchema;
    }

    public String source() {
        return source;
    }

    public String type() {
        return type;
    }

    /** The type's name in file names. */
    public String slug() {
        return slug;
    }

    /** Schema-qualified name of the view in the source. */
    public String view() {
        return view;
    }

    /** The column that identifies a record. */
    public Column key() {
        return key;
    }

    public List<Column> dateColumns() {
        return dateColumns;
    }

    public Column defaultDateColumn() {
        return defaultDateColumn;
    }

    /** Present when exports of this type can be narrowed to entity types. */
    public Optional<Column> entityTypeColumn() {
        return Optional.ofNullable(entityTypeColumn);
    }

    public List<EntityType> entityTypes() {
        return entityTypes;
    }

    /** All columns in the order of the output. */
    public List<Column> columns() {
        return columns;
    }

    public RecordSchema recordSchema() {
        return recordSchema;
    }

    /** The date column of that output name. Throws {@link UnknownInCatalogException}. */
    public Column dateColumn(String name) {
        return dateColumns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownInCatalogException("date column of " + type, name));
    }

    /** The entity type of that API name. Throws {@link UnknownInCatalogException}. */
    public EntityType entityType(String name) {
        return entityTypes.stream()
                .filter(entityType -> entityType.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownInCatalogException("entity type of " + type, name));
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownInCatalogException("column of " + type, name));
    }

    @Override
    public String toString() {
        return source + "/" + type;
    }
}
