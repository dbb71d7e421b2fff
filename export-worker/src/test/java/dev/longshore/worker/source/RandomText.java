package dev.longshore.worker.source;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Values as mean as a source's may be. */
final class RandomText {
    private static final List<String> EXTREME_TIMES = List.of(
            "infinity",
            "-infinity",
            "0001-01-01 00:00:00+00",
            "9999-12-31 23:59:59.999999+00",
            "0044-03-15 12:00:00.000001+00 BC",
            "4713-01-01 00:00:00+00 BC",
            "294276-12-31 23:59:59.999999+00",
            "10000-01-01 00:00:00+00",
            "0001-12-31 23:59:59.999999+00 BC");

    private static final String MEAN = "\"\\'/\b\t\n\f\r\u0001\u001f\u007f\u0080\u2028\u2029\ufeff\uffff<&%$";

    private RandomText() {}

    /** Few times, so that many records share one; some of them as early and late as the source knows. */
    static String timestamp(Random random) {
        if (random.nextInt(10) == 0) {
            return EXTREME_TIMES.get(random.nextInt(EXTREME_TIMES.size()));
        }
        return "2026-11-%02d 10:%02d:00.%06d+00"
                .formatted(1 + random.nextInt(3), random.nextInt(4), random.nextInt(3) * 123_457);
    }

    static String shortText(Random random) {
        return characters(random, random.nextInt(4));
    }

    static String text(Random random) {
        return characters(random, random.nextInt(10) == 0 ? random.nextInt(5_000) : random.nextInt(30));
    }

    static String json(Random random) {
        JsonMapper json = JsonMapper.shared();
        return switch (random.nextInt(4)) {
            case 0 -> json.writeValueAsString(text(random));
            case 1 -> "null";
            case 2 -> "[1, -2.50, 1e30, true, null, {}]";
            default ->
                json.createObjectNode()
                        .put(shortText(random), text(random))
                        .put("n", random.nextLong())
                        .toString();
        };
    }

    static String textArray(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.nextInt(6) == 0
                        ? "NULL"
                        : '"' + shortText(random).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String characters(Random random, int length) {
        int[] characters = new int[length];
        Arrays.setAll(characters, i -> character(random));
        return new String(characters, 0, length);
    }

    private static int character(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> MEAN.charAt(random.nextInt(MEAN.length()));
            case 1 -> anyCharacter(random);
            default -> ' ' + random.nextInt(95);
        };
    }

    private static int anyCharacter(Random random) {
        int any = 1 + random.nextInt(Character.MAX_CODE_POINT);
        return any >= Character.MIN_SURROGATE && any <= Character.MAX_SURROGATE ? 'é' : any;
    }
}
