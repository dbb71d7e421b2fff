package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BillOfMaterialsTest {
    @Test
    void the_libraries_that_are_delivered_are_listed_with_versions_and_licences() throws IOException {
        JsonNode bill;
        try (InputStream file = getClass().getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assertThat(file).as("made by the build").isNotNull();
            bill = JsonMapper.shared().readTree(file);
        }

        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        List<String> names = bill.path("components")
                .valueStream()
                .map(component -> component.path("name").asString())
                .toList();
        assertThat(names)
                .contains("postgresql", "kafka-clients", "spring-security-core", "scheduler-service")
                .doesNotContain("junit-jupiter-api", "assertj-core");
        assertThat(bill.path("components").valueStream())
                .allSatisfy(component ->
                        assertThat(component.path("version").asString()).isNotEmpty());
    }
}
