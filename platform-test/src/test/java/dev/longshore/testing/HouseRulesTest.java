package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class HouseRulesTest {
    private static final String BROKEN = "dev.longshore.fixture.broken";
    private static final String TIDY = "dev.longshore.fixture.tidy";

    /** Part of each rule's sentence, and what must stand among its violations. */
    private static final Map<String, List<String>> PLANTED = Map.ofEntries(
            Map.entry("features that need each other", List.of("CycleStart")),
            Map.entry("the domain outlives its frameworks", List.of("PlantedPlan", "PlantedRecord")),
            Map.entry("SQL is looked for in *Dao", List.of("PlantedStatements")),
            Map.entry("a change of a contract must stop at the edge", List.of("PlantedReader")),
            Map.entry("contracts live in module schemas", List.of("PlantedRecord", "PlantedInheritedRecord")),
            Map.entry("append to the outbox", List.of("PlantedSender")),
            Map.entry("certificates are no part of what they build", List.of("PlantedClient")),
            Map.entry("signs in as the installation says", List.of("PlantedClient")),
            Map.entry("a slow remote call", List.of("PlantedService")),
            Map.entry("fakes that pass contracts", List.of("PlantedMock")),
            Map.entry(
                    "time and identities are arguments",
                    List.of(
                            "Instant.now()",
                            "LocalDate.now(",
                            "Clock.systemUTC()",
                            "InstantSource.system()",
                            "currentTimeMillis()",
                            "randomUUID()")),
            Map.entry("a transaction is held where it is looked for", List.of("PlantedClosing.close()")),
            Map.entry("a transaction on a class", List.of("PlantedClosing")),
            Map.entry("a response is a contract", List.of("PlantedDomain")),
            Map.entry("a controller speaks HTTP only", List.of("PlantedDao")),
            Map.entry("stands in its constructor", List.of("PlantedInjection.word")),
            Map.entry("objects are complete", List.of("PlantedSetter.setCount(int)")),
            Map.entry("promises a value", List.of("PlantedId")),
            Map.entry("these words say nothing", List.of("PlantedManager")),
            Map.entry("packages are features", List.of("PlantedLayer")),
            Map.entry("null does not exist", List.of("PlantedNulls")),
            Map.entry("public is a promise", List.of("PlantedPublic")),
            Map.entry(
                    "a pause is either too short",
                    List.of("Thread.sleep(", "TimeUnit.sleep(", "LockSupport.parkNanos(")));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> each_rule_finds_what_was_planted_against_it() {
        return rulesOverClasses(BROKEN)
                .map(rule -> dynamicTest(rule.sentence(), () -> {
                    List<String> planted = PLANTED.entrySet().stream()
                            .filter(entry -> rule.sentence().contains(entry.getKey()))
                            .flatMap(entry -> entry.getValue().stream())
                            .toList();
                    assertThat(planted)
                            .as("a violation is planted for every rule")
                            .isNotEmpty();
                    assertThat(String.join("\n", rule.violations().get())).contains(planted);
                    assertThatThrownBy(rule::verify)
                            .isInstanceOf(AssertionError.class)
                            .hasMessageContaining(rule.sentence());
                }));
    }

    @Test
    void every_planted_violation_belongs_to_a_rule() {
        List<String> sentences =
                rulesOverClasses(BROKEN).map(HouseRule::sentence).toList();
        assertThat(PLANTED.keySet())
                .allSatisfy(part -> assertThat(sentences)
                        .as("rules about '%s'", part)
                        .filteredOn(sentence -> sentence.contains(part))
                        .hasSize(1));
    }

    @TestFactory
    Stream<DynamicTest> tidy_code_keeps_every_rule() {
        return rulesOverClasses(TIDY)
                .map(rule -> dynamicTest(
                        rule.sentence(),
                        () -> assertThat(rule.violations().get()).isEmpty()));
    }

    @Test
    void an_adapter_package_may_use_frameworks_but_needs_a_reason() {
        HouseRules rules =
                HouseRules.withoutTestCode(BROKEN).adapterPackage(BROKEN + ".one", "it stands in for a relay");
        HouseRule frameworks = rules.rules().stream()
                .filter(rule -> rule.sentence().contains("outlives its frameworks"))
                .findFirst()
                .orElseThrow();
        assertThat(frameworks.violations().get()).isEmpty();
        assertThatThrownBy(() -> rules.adapterPackage(BROKEN + ".two", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_file_and_a_long_method_are_found_by_name() throws Exception {
        Files.writeString(folder.resolve("Short.java"), "class Short {\n  void brief() {}\n}\n");
        Files.writeString(
                folder.resolve("Long.java"), "class Long {\n  void endless() {\n" + "    ;\n".repeat(298) + "  }\n}\n");
        List<String> found = SourceRules.over(folder).stream()
                .flatMap(rule -> rule.violations().get().stream())
                .toList();
        assertThat(found).containsExactly("Long.java has 302 lines", "Long.java.endless has 300 lines");
    }

    /** The two rules about sources look at this module's own. */
    private static Stream<HouseRule> rulesOverClasses(String basePackage) {
        return HouseRules.withoutTestCode(basePackage).rules().stream()
                .filter(rule -> !rule.sentence().contains("longer than"));
    }
}
