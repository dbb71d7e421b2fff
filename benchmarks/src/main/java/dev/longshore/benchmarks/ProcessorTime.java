package dev.longshore.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seconds of processor time, user and system, as Linux counts them in {@code /proc}. */
final class ProcessorTime {
    /** Linux's USER_HZ, which is 100 on every platform that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

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
        while (true) {
            Set<Long> children = childrenOf(pid);
            double total = children.stream().mapToDouble(ProcessorTime::ofChild).sum();
            List<String> server = fieldsOf(pid);
            total += ofProcess(pid) + seconds(server, CHILDREN_USER) + seconds(server, CHILDREN_SYSTEM);
            // A child that ended meanwhile would count twice or not at all.
            if (children.equals(childrenOf(pid))) {
                return total;
            }
        }
    }

    private static Set<Long> childrenOf(long pid) {
        return ProcessHandle.of(pid)
                .map(server -> server.children().map(ProcessHandle::pid).collect(Collectors.toSet()))
                .orElseThrow();
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

    /** Zero for a process that has ended meanwhile. */
    private static double ofChild(long pid) {
        try {
            return ofProcess(pid);
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
