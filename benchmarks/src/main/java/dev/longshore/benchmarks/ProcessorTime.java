package dev.longshore.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Seconds of processor time, user and system, as Linux counts them in {@code /proc}. */
final class ProcessorTime {
    /** Linux's USER_HZ, which is 100 on every platform that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ProcessorTime() {}

    /** What the process used itself. */
    static double ofProcess(long pid) {
        List<String> fields = fieldsOf(pid);
        return seconds(fields, USER) + seconds(fields, SYSTEM);
    }

    /** What the children of this process that have ended used. */
    static double ofEndedChildren() {
        List<String> fields = fieldsOf(ProcessHandle.current().pid());
        return seconds(fields, CHILDREN_USER) + seconds(fields, CHILDREN_SYSTEM);
    }

    /** What a server and all its children used, those that have ended included. */
    static double ofServer(long pid) {
        List<String> server = fieldsOf(pid);
        double total = ofProcess(pid) + seconds(server, CHILDREN_USER) + seconds(server, CHILDREN_SYSTEM);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                total += ofChild(Long.parseLong(process.getFileName().toString()), pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return total;
    }

    /** Largest resident set of the process so far, in bytes. */
    static long peakMemoryOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zero for a process that is not the server's child, or that has ended meanwhile. */
    private static double ofChild(long pid, long server) {
        try {
            List<String> fields = fieldsOf(pid);
            return fields.get(PARENT).equals(Long.toString(server))
                    ? seconds(fields, USER) + seconds(fields, SYSTEM)
                    : 0;
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }

    private static double seconds(List<String> fields, int field) {
        return Long.parseLong(fields.get(field)) / TICKS_A_SECOND;
    }

    /** The fields of stat after the name, which may hold blanks. */
    private static List<String> fieldsOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return List.of(stat.substring(stat.lastIndexOf(')') + 2).trim().split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
