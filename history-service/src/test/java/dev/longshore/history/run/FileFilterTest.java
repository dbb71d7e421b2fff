package dev.longshore.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.history.run.RunFilter.FilterBinding;
import dev.longshore.platform.security.AllowedSources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFilterTest {
    @ParameterizedTest
    @CsvSource({
        "calls, %calls%",
        "100%_done, %100\\%\\_done%",
        "interactions-hourly-interaction-00333333, %ion-00333333%",
        "Calls-hourly-20261123T140500Z-0003-of-0012.jsonl, %61123t140500%",
        "a text without any digit, %ut any digit%",
        "-0003-of-0012, %0001-of-0012%"
    })
    void a_long_name_is_looked_for_by_the_part_that_tells_most(String file, String pattern) {
        FilterBinding binding = new FilterBinding(RunFilter.ALL.containing(null, file), null, null, AllowedSources.ALL);
        assertThat(binding.filePattern()).isEqualTo(pattern);
        String text = String.valueOf(binding.fileText());
        assertThat(text.replaceAll("([\\\\%_])", "\\\\$1")).contains(pattern.substring(1, pattern.length() - 1));
    }
}
