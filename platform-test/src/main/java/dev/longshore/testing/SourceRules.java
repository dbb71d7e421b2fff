package dev.longshore.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What only the source shows: how long things are. */
final class SourceRules {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 45;

    private SourceRules() {}

    static List<HouseRule> over(Path sources) {
        return List.of(
                new HouseRule(
                        "no file is longer than %d lines, because nobody reads it: split it by what changes together"
                                .formatted(LONGEST_FILE),
                        () -> longFiles(sources)),
                new HouseRule(
                        "no method is longer than %d lines, because nobody keeps it in mind: name its parts"
                                .formatted(LONGEST_METHOD),
                        () -> longMethods(sources)));
    }

    private static List<String> longFiles(Path sources) {
        List<String> found = new ArrayList<>();
        for (Path file : files(sources)) {
            long lines = lines(file);
            if (lines > LONGEST_FILE) {
                found.add("%s has %d lines".formatted(file.getFileName(), lines));
            }
        }
        return found;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path sources) {
        try (Stream<Path> found = Files.walk(sources)) {
            return found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Run the house rules in the module's folder", e);
        }
    }

    /** Only parsed, not compiled: a second's work for hundreds of files. */
    private static List<String> longMethods(Path sources) {
        List<Path> files = files(sources);
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodMeter(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Measures bodies from brace to brace: the SQL above a Dao's method is as long as it must be. */
    private static final class MethodMeter extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodMeter(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method));
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            long lines = last - first + 1;
            if (lines > LONGEST_METHOD) {
                String file =
                        Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                found.add("%s.%s has %d lines".formatted(file, method.getName(), lines));
            }
            return super.visitMethod(method, null);
        }
    }
}
