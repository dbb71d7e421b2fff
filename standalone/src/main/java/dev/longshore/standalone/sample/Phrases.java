package dev.longshore.standalone.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sentences of many languages and scripts, and texts of a wanted size made of them. */
final class Phrases {

    private static final String RESOURCE = "/sample/phrases.txt";
    private static final String ANY_LANGUAGE = "xx";
    private static final List<byte[]> SEPARATORS = utf8(" ", " ", " ", "\n", "\n\n", "\r\n> ", "\t", "\u2028");
    private static final int SEPARATORS_OF_TEXT = 6;

    private final Map<String, List<byte[]>> byLanguage;
    private final List<String> languages;

    private Phrases(Map<String, List<byte[]>> byLanguage) {
        this.byLanguage = byLanguage;
        languages = byLanguage.keySet().stream()
                .filter(l -> !l.equals(ANY_LANGUAGE))
                .toList();
    }

    static Phrases load() {
        Map<String, List<byte[]>> phrases = new LinkedHashMap<>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var language = line.substring(0, 2);
                var phrase = line.substring(3).replace("\\n", "\n").replace("\\t", "\t");
                phrases.computeIfAbsent(language, l -> new ArrayList<>()).add(phrase.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the phrases of the sample cannot be read", e);
        }
        return new Phrases(phrases);
    }

    /** Half of all texts are English. */
    String language(SampleRandom random) {
        return random.perMille(500) ? "en" : random.oneOf(languages);
    }

    byte[] one(String language, SampleRandom random) {
        return random.oneOf(phrases(language));
    }

    /** Appends text of at most {@code size} bytes, and less only by a part of a character. */
    void text(String language, int size, SampleRandom random, CopyBuffer out) {
        var phrases = phrases(language);
        var end = out.length() + size;
        while (out.length() < end) {
            var before = out.length();
            out.append(pick(phrases, random), end - out.length());
            if (out.length() == before) {
                return;
            }
            out.append(SEPARATORS.get(separator(random)), end - out.length());
        }
    }

    private int separator(SampleRandom random) {
        return random.perMille(950) ? random.below(SEPARATORS_OF_TEXT) : random.below(SEPARATORS.size());
    }

    private byte[] pick(List<byte[]> phrases, SampleRandom random) {
        var chance = random.below(20);
        if (chance == 0) {
            return random.oneOf(phrases(ANY_LANGUAGE));
        }
        if (chance < 4) {
            return ("No. " + random.below(100_000_000)).getBytes(StandardCharsets.UTF_8);
        }
        return random.oneOf(phrases);
    }

    private List<byte[]> phrases(String language) {
        return Objects.requireNonNull(byLanguage.get(language), language);
    }

    private static List<byte[]> utf8(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
