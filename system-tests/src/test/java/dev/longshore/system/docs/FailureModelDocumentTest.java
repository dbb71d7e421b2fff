package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise in docs/failure-model.md names a test that exists. */
class FailureModelDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

    @Test
    void every_promise_names_a_test_that_exists() throws IOException {
        Set<String> tests = testClasses();
        List<String> unproved = new ArrayList<>();
        List<String> promises = promises();
        for (String promise : promises) {
            Matcher names = TEST_NAME.matcher(promise);
            List<String> named = names.results().map(name -> name.group(1)).toList();
            if (named.isEmpty() || !tests.containsAll(named)) {
                unproved.add(promise);
            }
        }
        assertThat(promises).hasSizeGreaterThan(10);
        assertThat(unproved).as("promises without an existing test").isEmpty();
    }

    private static List<String> promises() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/failure-model.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| fault"))
                .toList();
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/test/java/") && file.endsWith(".java"))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
