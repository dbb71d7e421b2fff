package dev.longshore.scheduler.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What can be exported (P21..P23). One more source or type is one more entry, not a new code path.
 *
 * @param sources in the order in which they are offered
 */
public record Catalog(List<Source> sources) {
    public Catalog {
        sources = List.copyOf(sources);
    }

    public Optional<Source> findSource(String name) {
        return sources.stream().filter(source -> source.source().equals(name)).findFirst();
    }

    /**
     * @param formats formats that its runs can be written in
     * @param compressions compressions that those files can have
     */
    public record Source(
            String source, String label, List<String> formats, List<String> compressions, List<Type> types) {
        public Source {
            formats = List.copyOf(formats);
            compressions = List.copyOf(compressions);
            types = List.copyOf(types);
        }

        public Optional<Type> findType(String name) {
            return types.stream().filter(type -> type.type().equals(name)).findFirst();
        }
    }

    /**
     * @param dateColumns columns that windows may rest on
     * @param entityTypes what a job may narrow itself to; empty when the type knows no entity types
     */
    public record Type(
            String type,
            String label,
            List<String> dateColumns,
            String defaultDateColumn,
            List<EntityType> entityTypes) {
        public Type {
            dateColumns = List.copyOf(dateColumns);
            entityTypes = List.copyOf(entityTypes);
        }

        public List<String> entityTypeNames() {
            return entityTypes.stream().map(EntityType::name).toList();
        }
    }

    /** @param name the name that the API uses */
    public record EntityType(String name, String label) {}
}
