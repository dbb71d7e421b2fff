package dev.longshore.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is not ours, run to its end as the independent judge of what Longshore made. */
public final class Program {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Program() {}

    /** What a program left: its exit status and what it printed to either stream. */
    public record Ending(int status, String output, String errors) {
        /** The printed text of a program that ended well; anything else fails the test with what the program said. */
        public String requireSuccess() {
            if (status != 0) {
                throw new AssertionError("exit status %d: %s%s".formatted(status, errors, output));
            }
            return output;
        }
    }

    /**
     * @param directory working directory
     * @throws AssertionError when it does not end within a minute; it is killed then
     */
    public static Ending run(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("program", ".out");
            Path errors = Files.createTempFile("program", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            String complained = Files.readString(errors, StandardCharsets.UTF_8);
            Files.delete(output);
            Files.delete(errors);
            if (!ended) {
                throw new AssertionError("%s did not end within %s: %s%s".formatted(command, LIMIT, complained, said));
            }
            return new Ending(process.exitValue(), said, complained);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    /** Runs a script of {@code src/test/node} and returns what it printed. */
    public static String node(String script, String... arguments) {
        return tryNode(script, arguments).requireSuccess();
    }

    /** Runs a script of {@code src/test/node} that may rightly fail. */
    public static Ending tryNode(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(nodeExecutable(), script));
        command.addAll(Arrays.asList(arguments));
        return run(Path.of("src/test/node"), Map.of(), command);
    }

    /** Node from the PATH, else the one that Playwright's driver brings. */
    public static String nodeExecutable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(Program::nodeOfPlaywright)
                .toString();
    }

    private static Path nodeOfPlaywright() {
        Path node = Path.of("target", "node").toAbsolutePath();
        try (InputStream bundled = Program.class.getResourceAsStream("/driver/%s/node".formatted(platform()))) {
            if (bundled == null) {
                throw new AssertionError("no Node on the PATH and none for this platform in Playwright's driver");
            }
            if (!Files.isExecutable(node)) {
                Files.write(node, bundled.readAllBytes());
                if (!node.toFile().setExecutable(true)) {
                    throw new AssertionError(node + " cannot be made executable");
                }
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Node", e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "mac" : "linux";
        return System.getProperty("os.arch").equals("aarch64") ? system + "-arm64" : system;
    }
}
