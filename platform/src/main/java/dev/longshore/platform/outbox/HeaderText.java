package dev.longshore.platform.outbox;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Headers as one column: a JSON object of strings, sorted by name. */
final class HeaderText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private HeaderText() {}

    static String format(Map<String, String> headers) {
        return JSON.writeValueAsString(new TreeMap<>(headers));
    }

    static Map<String, String> parse(String text) {
        return JSON.readValue(text, HEADERS);
    }
}
