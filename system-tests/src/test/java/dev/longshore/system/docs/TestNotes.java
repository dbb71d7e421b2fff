package dev.longshore.system.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The comments of one test source that say which behaviours it shows, for example {@code // P41}, {@code // P17, P18} or
 * {@code // P36..P41: words}, and what each of them belongs to. A comment belongs to the test on its own line; above a test or
 * behind an annotation, to the one that follows; anywhere else, to the one before. Blocks are told by their indentation,
 * which the formatters of both languages guarantee.
 */
final class TestNotes {
    private static final Pattern NOTE = Pattern.compile("(.*?)// ?(P\\d+(?:\\.\\.P\\d+|,? P\\d+)*)\\b.*");
    private static final Pattern NUMBERS = Pattern.compile("P(\\d+)(?:\\.\\.P(\\d+))?");
    private static final Pattern JAVA_METHOD = Pattern.compile(
            "\\s+(?!(?:return|throw|new|else|case|yield|[A-Z]{2,})\\b)(?:@\\w+ )*(?:[\\w<>?,.\\[\\]]+ )+(\\w+)\\(.*");
    private static final Pattern TYPESCRIPT_TEST =
            Pattern.compile("\\s*(?:(?:it|test|describe)|](?: as const)?\\))\\((?<quote>['\"`])(.+?)\\k<quote>.*");

    private final String file;
    private final List<String> lines;
    private final boolean java;
    private final Pattern test;

    private TestNotes(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
        this.java = file.endsWith(".java");
        this.test = java ? JAVA_METHOD : TYPESCRIPT_TEST;
    }

    /**
     * @param file name of the file, without folders
     * @param lines what is in it
     * @return for each behaviour's number, what shows it, sorted by name
     */
    static SortedMap<Integer, SortedSet<String>> of(String file, List<String> lines) {
        return new TestNotes(file, lines).read();
    }

    private SortedMap<Integer, SortedSet<String>> read() {
        SortedMap<Integer, SortedSet<String>> shown = new TreeMap<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher note = NOTE.matcher(lines.get(line));
            if (note.matches()) {
                String shower = testOf(line, note.group(1));
                numbers(note.group(2))
                        .forEach(number -> shown.computeIfAbsent(number, none -> new TreeSet<>())
                                .add(shower));
            }
        }
        return shown;
    }

    private static List<Integer> numbers(String note) {
        List<Integer> numbers = new ArrayList<>();
        for (MatchResult found : NUMBERS.matcher(note).results().toList()) {
            int first = Integer.parseInt(found.group(1));
            int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
            IntStream.rangeClosed(first, last).forEach(numbers::add);
        }
        return numbers;
    }

    private String testOf(int line, String code) {
        if (isTest(line)) {
            return nameAt(line);
        }
        int before = line - 1;
        while (before >= 0 && !isTest(before)) {
            before--;
        }
        boolean standsAlone = code.isBlank() || code.strip().startsWith("@");
        boolean isOutside = before < 0 || indentation(line) <= indentation(before) || isAboveTest(line);
        if (before >= 0 && !(standsAlone && isOutside)) {
            return nameAt(before);
        }
        for (int after = line + 1; after < lines.size(); after++) {
            if (isTest(after)) {
                return nameAt(after);
            }
        }
        return unit();
    }

    private boolean isAboveTest(int line) {
        int below = line + 1;
        while (below < lines.size() && lines.get(below).strip().matches("(@|//).*")) {
            below++;
        }
        return below < lines.size() && isTest(below);
    }

    private boolean isTest(int line) {
        return test.matcher(lines.get(line)).matches();
    }

    private String nameAt(int line) {
        Matcher name = test.matcher(lines.get(line));
        if (!name.matches()) {
            throw new IllegalStateException("no test in line %d of %s".formatted(line + 1, file));
        }
        return java ? unit() + "." + name.group(1) : unit() + ": " + name.group(2);
    }

    private String unit() {
        return java ? file.substring(0, file.length() - ".java".length()) : file;
    }

    private int indentation(int line) {
        String text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }
}
