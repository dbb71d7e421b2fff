package dev.longshore.scheduler.catalog;

import dev.longshore.platform.security.AllowedSources;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the editor of a job offers. */
record CatalogView(List<SourceView> sources) {
    static CatalogView of(Catalog catalog) {
        return new CatalogView(catalog.sources().stream().map(SourceView::of).toList());
    }

    /** What of it is there for a caller. */
    CatalogView within(AllowedSources allowed) {
        return new CatalogView(sources.stream()
                .filter(source -> allowed.permit(source.source()))
                .toList());
    }

    record SourceView(
            String source, String label, List<String> formats, List<String> compressions, List<TypeView> types) {
        static SourceView of(Catalog.Source source) {
            return new SourceView(
                    source.source(),
                    source.label(),
                    source.formats(),
                    source.compressions(),
                    source.types().stream().map(TypeView::of).toList());
        }
    }

    record TypeView(
            String type,
            String label,
            List<String> dateColumns,
            String defaultDateColumn,

            @Schema(description = "null when the type cannot be narrowed to entity types") @Nullable
            List<EntityTypeView> entityTypes) {
        static TypeView of(Catalog.Type type) {
            return new TypeView(
                    type.type(),
                    type.label(),
                    type.dateColumns(),
                    type.defaultDateColumn(),
                    type.entityTypes().isEmpty()
                            ? null
                            : type.entityTypes().stream()
                                    .map(entity -> new EntityTypeView(entity.name(), entity.label()))
                                    .toList());
        }
    }

    record EntityTypeView(String name, String label) {}
}
