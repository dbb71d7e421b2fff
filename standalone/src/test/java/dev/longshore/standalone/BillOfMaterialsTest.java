package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init") // read before the first test
class BillOfMaterialsTest {
    private static final Path ADVISORIES = Path.of("src/test/resources/advisories.txt");

    private static JsonNode bill;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            assertThat(file).as("made by the build").isNotNull();
            bill = JsonMapper.shared().readTree(file);
        }
    }

    @Test
    void the_libraries_that_are_delivered_are_listed_with_versions_and_licences() {
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

    @Test
    void no_library_is_older_than_the_mending_of_a_known_vulnerability() throws IOException {
        Map<String, String> delivered = bill.path("components")
                .valueStream()
                .collect(Collectors.toMap(
                        component -> component.path("group").asString("") + " "
                                + component.path("name").asString(),
                        component -> component.path("version").asString()));
        List<String> advisories = Files.readAllLines(ADVISORIES).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(advisories).hasSizeGreaterThan(20).allSatisfy(advisory -> {
            String[] parts = advisory.split(" ", 4);
            String version = delivered.getOrDefault(parts[0] + " " + parts[1], "");
            assertThat(version).as("a library of ours; else take the row away").isNotEmpty();
            assertThat(isAtLeast(version, parts[2]))
                    .as("%s is %s: %s is mended in %s", parts[1], version, parts[3], parts[2])
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 2.0, true",
        "2.10.1, 2.9, true",
        "1.9.9, 1.10, false",
        "42.7, 42.7.1, false",
        "4.1.2.Final, 4.1.2, true"
    })
    void versions_are_compared_by_their_numbers(String version, String least, boolean isAtLeast) {
        assertThat(isAtLeast(version, least)).isEqualTo(isAtLeast);
    }

    private static boolean isAtLeast(String version, String least) {
        return Arrays.compare(numbers(version), numbers(least)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[.-]"))
                .takeWhile(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
