package dev.longshore.history.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ZipArchiveTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final int FILES = 100;
    private static final int SIZE = 1 << 20;

    /** Writes 100 MiB in 100 files to its output, in the heap that it is given. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            OutputStream out = System.out;
            ZipArchive zip = new ZipArchive(out);
            for (int i = 0; i < FILES; i++) {
                zip.add("run/file-%03d.jsonl".formatted(i), NOON, SIZE, new ByteArrayInputStream(content(i)));
            }
            zip.finish();
        }
    }

    @Test
    @Timeout(60)
    void a_hundred_files_go_through_a_heap_that_holds_a_fraction_of_them() throws Exception { // P76
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(writer.getInputStream()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).isEqualTo("run/file-%03d.jsonl".formatted(files));
                assertThat(Arrays.equals(zip.readAllBytes(), content(files)))
                        .as("content of %s", entry.getName())
                        .isTrue();
                files++;
            }
            zip.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isZero();
        assertThat(files).isEqualTo(FILES);
    }

    @Test
    void files_are_put_in_as_they_are() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipArchive zip = new ZipArchive(out);
        byte[] text = "the same words again and again ".repeat(10_000).getBytes(UTF_8);
        zip.add("a", NOON, text.length, new ByteArrayInputStream(text));
        zip.finish();
        assertThat(out.size()).isBetween(text.length, text.length + 1_000);
    }

    @Test
    void a_file_of_another_size_ends_no_archive() throws IOException {
        for (int other : List.of(9, 11)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ZipArchive zip = new ZipArchive(out);
            InputStream content = new ByteArrayInputStream(new byte[other]);
            assertThatThrownBy(() -> zip.add("a", NOON, 10, content))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a has %d bytes and had 10".formatted(other));
        }
    }

    private static byte[] content(int number) {
        byte[] content = new byte[SIZE];
        new Random(number).nextBytes(content);
        return content;
    }
}
