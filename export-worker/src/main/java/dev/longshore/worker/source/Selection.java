package dev.longshore.worker.source;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.EntityType;
import dev.longshore.worker.catalog.ExportType;
import java.util.List;

/**
 * The records that a run exports, in the order (date column, key).
 *
 * @param dateColumn the column that the window and the order rest on; one of the type's date columns
 * @param entityTypes narrows the records to these; empty means all of them
 */
public record Selection(ExportType type, Column dateColumn, List<EntityType> entityTypes, TimeWindow window) {
    public Selection {
        entityTypes = List.copyOf(entityTypes);
        if (!type.dateColumns().contains(dateColumn)) {
            throw new IllegalArgumentException("%s is no date column of %s".formatted(dateColumn.name(), type));
        }
        if (!entityTypes.isEmpty() && type.entityTypeColumn().isEmpty()) {
            throw new IllegalArgumentException("%s has no entity types".formatted(type));
        }
    }
}
