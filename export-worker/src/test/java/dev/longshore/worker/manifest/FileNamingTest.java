package dev.longshore.worker.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longshore.artifact.PublishedName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamingTest {
    private static final Instant FIRE_TIME = Instant.parse("2026-11-23T14:05:00.5Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Interactions, hourly|interactions-hourly",
                "  Größe & Maß  |größe-maß",
                "Звонки за час|звонки-за-час",
                "通話 毎時|通話-毎時",
                "مكالمات كل ساعة|مكالمات-كل-ساعة",
                "हिन्दी रिपोर्ट|हिन्दी-रिपोर्ट",
                "../../etc/passwd|etc-passwd",
                "a/b\\c:d*e?f\"g<h>i|a-b-c-d-e-f-g-h-i",
                "...|export",
                "🚢|export",
                "'x\ty\u0000z'|x-y-z"
            })
    void a_title_in_any_script_becomes_a_safe_part_of_a_name(String title, String slug) {
        assertThat(name(title, 1, 1)).isEqualTo(slug + "-interaction-20261123T140500Z.jsonl");
        new PublishedName("folder", name(title, 1, 1));
    }

    @Test // P78
    void split_files_show_their_number_in_the_set() {
        assertThat(name("calls", 3, 12)).isEqualTo("calls-interaction-20261123T140500Z-0003-of-0012.jsonl");
        assertThat(name("calls", 12_345, 12_345)).endsWith("-12345-of-12345.jsonl");
    }

    @Test
    void names_of_long_titles_fit_into_a_file_system() {
        String name = name("𠮷".repeat(500), 99_999, 99_999);
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(name).startsWith("𠮷𠮷").doesNotContain("\ufffd");
    }

    @Test
    void a_number_outside_of_the_set_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> name("calls", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> name("calls", 2, 1));
    }

    private static String name(String title, int number, int count) {
        return new FileNaming(title, "interaction", FIRE_TIME, "jsonl").nameOf(number, count);
    }
}
