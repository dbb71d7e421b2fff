package dev.longshore.system.pages;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.longshore.system.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Takes the lines that the console gives for files at their word: runs them where the files are, and answers how many
 * records they say they have loaded.
 *
 * @param folder with the files
 * @param databases lends a server to psql
 */
record LoadedFiles(Path folder, Databases databases) {
    private static final String DATABASE = "loaded_by_the_lines";

    String byDuckDb(String lines) throws IOException {
        Path script = Path.of("src/test/node/duckdb.mjs").toAbsolutePath();
        Path sql = Files.writeString(folder.resolve("lines.sql"), lines);
        return run(Map.of(), Program.nodeExecutable(), script.toString(), sql.toString());
    }

    String byPython(String lines) throws IOException {
        requireOnPath("python3");
        Path script = Files.writeString(folder.resolve("lines.py"), lines);
        return run(Map.of(), "python3", script.toString());
    }

    /** The lines are for a shell; {@code psql} prints headings as well, the count stands alone on its line. */
    String byPsql(String lines) throws IOException {
        requireOnPath("psql");
        databases.inProduct("DROP DATABASE IF EXISTS " + DATABASE);
        databases.inProduct("CREATE DATABASE " + DATABASE);
        Path script = Files.writeString(folder.resolve("lines.sh"), lines);
        return run(databases.psqlEnvironment(DATABASE), "sh", script.toString())
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .findFirst()
                .orElse("");
    }

    private String run(Map<String, String> environment, String... command) {
        return Program.run(folder, environment, List.of(command))
                .requireSuccess()
                .strip();
    }

    private static void requireOnPath(String program) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeThat(present).as("%s is on the PATH", program).isTrue();
    }
}
