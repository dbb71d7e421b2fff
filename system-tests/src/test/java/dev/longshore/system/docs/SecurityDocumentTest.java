package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md speaks of every point of the standard once, and names tests and classes that exist. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path POINTS = Path.of("src/test/resources/docs/asvs-5.0.0-levels-1-and-2.txt");
    private static final Pattern POINT = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+|[a-z-]+\\.test\\.tsx?)`");

    @Test
    void every_point_of_the_standard_has_its_one_row() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (String line : Files.readAllLines(POINTS)) {
            if (!line.startsWith("#")) {
                wanted.addAll(Arrays.asList(line.split(" ")));
            }
        }
        List<String> found = rows("Kept", "Not kept, or not wholly, and why", "Without an object here")
                .flatMap(cells -> POINT.matcher(cells.get(0)).results().map(MatchResult::group))
                .toList();

        assertThat(wanted).as("levels 1 and 2").hasSize(253);
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void what_is_said_to_be_kept_or_tried_names_a_test_or_a_class_that_exists() throws IOException {
        Set<String> files = sourceFiles();
        List<String> unproved = rows("Attacks that are tried, and refused", "Kept")
                .filter(cells -> {
                    List<String> named = PROOF.matcher(cells.get(cells.size() - 1))
                            .results()
                            .map(name -> name.group(1))
                            .toList();
                    return named.isEmpty() || !files.containsAll(named);
                })
                .map(cells -> String.join(" | ", cells))
                .toList();

        assertThat(unproved).as("rows without an existing test or class").isEmpty();
    }

    /** The cells of the rows in the tables under these headings, without the tables' heads. */
    private static Stream<List<String>> rows(String... headings) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String heading : headings) {
            List<String> lines = Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                    .dropWhile(line -> !line.matches("##+ " + Pattern.quote(heading)))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| "))
                    .skip(1)
                    .toList();
            assertThat(lines).as("table under " + heading).hasSizeGreaterThan(5);
            lines.forEach(line -> rows.add(Arrays.asList(line.split("\\|")).stream()
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .toList()));
        }
        return rows.stream();
    }

    /** Names of Java classes without their ending, and of the pages' tests with it. */
    private static Set<String> sourceFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/") && !file.contains("/node_modules/"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .filter(file -> file.endsWith(".java") || file.contains(".test.ts"))
                    .map(file -> file.endsWith(".java") ? file.substring(0, file.length() - ".java".length()) : file)
                    .collect(Collectors.toSet());
        }
    }
}
