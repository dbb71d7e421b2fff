package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/coverage.md in step with the comments of the tests that say which behaviour they show. */
class CoverageDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs/coverage.md");
    private static final Set<String> NO_SOURCES = Set.of("node_modules", "target", "dist");
    private static final String HEAD = """
            # Which test shows which behaviour

            The behaviours of the product, by number, and the tests that carry the number in a comment (`// P41`). A number without a test is work to be done, or a
            behaviour that only a look at the page can judge. This page is generated;
            `./mvnw -pl system-tests test -Dtest=CoverageDocumentTest -Dlongshore.docs.write=true` writes it anew.

            %d of %d behaviours are shown by tests.

            | | behaviour | shown by |
            |---|---|---|
            """;

    @Test
    void the_document_lists_every_behaviour_with_its_tests() throws IOException {
        SortedMap<Integer, String> behaviours = behaviours();
        SortedMap<Integer, SortedSet<String>> shown = shown();
        assertThat(behaviours.keySet()).as("numbers that tests name").containsAll(shown.keySet());
        String expected = HEAD.formatted(shown.size(), behaviours.size()) + table(behaviours, shown);
        if (Boolean.getBoolean("longshore.docs.write")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/coverage.md; the command in its head writes it anew")
                .isEqualTo(expected);
    }

    private static String table(SortedMap<Integer, String> behaviours, SortedMap<Integer, SortedSet<String>> shown) {
        StringBuilder table = new StringBuilder();
        behaviours.forEach((number, text) -> table.append("| P%d | %s | %s |\n"
                .formatted(number, text, tests(shown.getOrDefault(number, Collections.emptySortedSet())))));
        return table.toString();
    }

    private static String tests(SortedSet<String> tests) {
        return tests.isEmpty()
                ? "no test yet"
                : tests.stream()
                        .map(test -> "`" + test.replace("|", "\\|").replace("`", "'") + "`")
                        .collect(Collectors.joining("<br>"));
    }

    private static SortedMap<Integer, String> behaviours() throws IOException {
        SortedMap<Integer, String> behaviours = new TreeMap<>();
        try (InputStream list = CoverageDocumentTest.class.getResourceAsStream("/docs/behaviours.txt")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int space = line.indexOf(' ');
                behaviours.put(Integer.parseInt(line.substring(1, space)), line.substring(space + 1));
            });
        }
        assertThat(behaviours).as("behaviours of the product").hasSize(behaviours.lastKey());
        return behaviours;
    }

    private static SortedMap<Integer, SortedSet<String>> shown() throws IOException {
        SortedMap<Integer, SortedSet<String>> shown = new TreeMap<>();
        for (Path source : testSources()) {
            TestNotes.of(source.getFileName().toString(), Files.readAllLines(source))
                    .forEach((number, tests) -> shown.computeIfAbsent(number, none -> new TreeSet<>())
                            .addAll(tests));
        }
        return shown;
    }

    private static List<Path> testSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !folder.equals(ROOT);
                return hidden || NO_SOURCES.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isTestSource(file)) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(sources).as("test sources").hasSizeGreaterThan(100);
        return sources;
    }

    /** What makes this page names behaviours that it does not show. */
    private static boolean isTestSource(Path file) {
        String path = file.toString();
        boolean isJava = path.endsWith(".java") && path.contains("/src/test/java/");
        return (isJava && !path.contains("/system/docs/")) || path.matches(".*/src/.*\\.test\\.tsx?");
    }
}
