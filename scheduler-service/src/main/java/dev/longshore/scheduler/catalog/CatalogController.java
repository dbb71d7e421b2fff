package dev.longshore.scheduler.catalog;

import dev.longshore.platform.security.AllowedSources;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/catalog")
@Tag(name = "Catalog", description = "What can be exported")
class CatalogController {
    private final CatalogView catalog;

    CatalogController(Catalog catalog) {
        this.catalog = CatalogView.of(catalog);
    }

    @GetMapping
    @Operation(summary = "Sources, types, entity types, date columns, formats")
    CatalogView catalog() {
        return catalog.within(AllowedSources.ofCaller());
    }
}
