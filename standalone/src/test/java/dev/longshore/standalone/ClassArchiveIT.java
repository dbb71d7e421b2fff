package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./longshore up} and its archive of classes, in a folder where a small program stands in for the product. */
class ClassArchiveIT {
    private static final String MAIN = "dev.longshore.standalone.StandaloneApplication";
    private static final String PROGRAM = """
            package dev.longshore.standalone;

            public final class StandaloneApplication {
                public static void main(String[] arguments) throws Exception {
                    System.out.println("%s");
                    new Waiting().run();
                }

                static final class Waiting {
                    void run() throws Exception {
                        System.in.read();
                    }
                }
            }
            """;
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final String FROM_ARCHIVE = "shared objects file";

    @TempDir
    Path folder;

    @BeforeEach
    void build() throws IOException {
        Files.copy(Path.of("..", "longshore"), folder.resolve("longshore"), StandardCopyOption.COPY_ATTRIBUTES);
        program("mvnw", "exit 0");
        program("bin/node", "exit 0");
        program("bin/npm", "exit 0");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(folder.resolve("pom.xml"), FileTime.from(LONG_AGO));
        Files.createDirectories(dist().resolve("lib"));
        deliver("up");
        Files.createFile(dist().resolve("built"));
    }

    @Test
    void the_first_start_makes_an_archive_and_later_ones_use_it() throws Exception {
        try (Start first = start()) {
            assertThat(first.source()).doesNotContain(FROM_ARCHIVE);
            awaitArchive();
        }
        assertThat(archiveFiles()).as("nothing else is left").containsExactly("classes.jsa");
        try (Start second = start()) {
            assertThat(second.source()).contains(FROM_ARCHIVE);
        }
        assertThat(archiveFiles()).containsExactly("classes.jsa");
    }

    @Test
    void a_start_that_ends_early_leaves_no_archive_and_nothing_else_behind() throws Exception {
        start().close();
        Eventually.that("all is removed", () -> assertThat(archiveFiles()).isEmpty());
    }

    @Test
    void a_broken_archive_is_left_aside_without_a_word() throws Exception {
        Files.writeString(archive(), "no archive at all");
        try (Start start = start()) {
            assertThat(start.source()).doesNotContain(FROM_ARCHIVE);
        }
    }

    @Test
    void an_archive_of_other_classes_is_left_aside_without_a_word() throws Exception {
        try (Start other = start()) {
            assertThat(other.source()).doesNotContain(FROM_ARCHIVE);
            awaitArchive();
        }
        deliver("up, from other classes");
        try (Start start = start("up, from other classes")) {
            assertThat(start.source()).doesNotContain(FROM_ARCHIVE);
        }
    }

    @Test
    void a_build_does_away_with_the_archive_and_the_next_start_makes_a_new_one() throws Exception {
        Files.writeString(archive(), "of the last build");
        Files.setLastModifiedTime(dist().resolve("built"), FileTime.from(LONG_AGO.minusSeconds(1)));
        String building = "Building Longshore (the first time fetches its libraries: some minutes) ...";
        try (Start first = start(building, "up")) {
            assertThat(first.source()).doesNotContain(FROM_ARCHIVE);
            awaitArchive();
        }
        try (Start second = start()) {
            assertThat(second.source()).contains(FROM_ARCHIVE);
        }
    }

    private Start start(String... lines) throws IOException {
        ProcessBuilder up =
                new ProcessBuilder("bash", folder.resolve("longshore").toString(), "up").redirectErrorStream(true);
        up.environment().put("JAVA_HOME", System.getProperty("java.home"));
        up.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        up.environment().put("LONGSHORE_ARCHIVE_PAUSE", "0.1");
        up.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=%s/loaded-%%p".formatted(folder));
        return new Start(up.start(), folder, lines.length == 0 ? List.of("up") : List.of(lines));
    }

    private void awaitArchive() {
        Eventually.that("an archive is made", () -> Files.exists(archive()) && Files.size(archive()) > 1_000_000);
    }

    private Set<String> archiveFiles() throws IOException {
        try (Stream<Path> files = Files.list(dist())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("classes."))
                    .collect(Collectors.toSet());
        }
    }

    private Path archive() {
        return dist().resolve("classes.jsa");
    }

    private Path dist() {
        return folder.resolve("standalone/target/longshore");
    }

    private void program(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Puts the small program in the product's place; it says the greeting, and ends with its input. */
    private void deliver(String greeting) throws IOException {
        Path source = folder.resolve("StandaloneApplication.java");
        Files.writeString(source, PROGRAM.formatted(greeting));
        Path classes = folder.resolve("classes");
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
        Path jar = dist().resolve("lib/standalone-launcher.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            for (String name : List.of(MAIN, MAIN + "$Waiting")) {
                String entry = name.replace('.', '/') + ".class";
                content.putNextEntry(new JarEntry(entry));
                Files.copy(classes.resolve(entry), content);
            }
        }
    }

    /** A start that is up, and ends when it is closed; fails when it says anything but the lines. */
    private static final class Start implements AutoCloseable {
        private static final long LONGEST_STOP_SECONDS = 60;

        private final Process process;
        private final Path folder;
        private final List<String> lines;
        private final BufferedReader output;

        Start(Process process, Path folder, List<String> lines) throws IOException {
            this.process = process;
            this.folder = folder;
            this.lines = lines;
            this.output = process.inputReader();
            for (String line : lines) {
                assertThat(nextLine()).isEqualTo(line);
            }
        }

        /** Where the main class came from. */
        String source() throws IOException {
            try (Stream<String> loaded = Files.lines(folder.resolve("loaded-" + process.pid()))) {
                return loaded.filter(line -> line.contains(MAIN + " source: "))
                        .findFirst()
                        .orElseThrow();
            }
        }

        private String nextLine() throws IOException {
            String line = output.readLine();
            return line != null && line.contains("JDK_JAVA_OPTIONS") ? nextLine() : String.valueOf(line);
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            try {
                assertThat(nextLine()).as("output after %s", lines).isEqualTo("null");
                process.onExit()
                        .orTimeout(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
                        .join();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
