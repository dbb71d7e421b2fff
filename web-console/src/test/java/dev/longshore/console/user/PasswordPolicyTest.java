package dev.longshore.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "Kräne am Hafen 7",
                "????????????-a-b-c",
                "123456789012345678901234567890123456789012345678901234567890123456789abc"
            })
    void takes_any_long_password(String password) {
        assertThat(PasswordPolicy.problem(password, "anna")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    short-one-1                                                               | at least 12 characters
                    1234567890123456789012345678901234567890123456789012345678901234567890abc | at most 72 bytes
                    anna.bergmann1                                                            | more than the user's name
                    aaaabbbbccccdddd                                                          | at least 5 different
                    Password123456                                                            | common password
                    !!Longshore2026                                                           | common password
                    Longshore-longshore                                                       | common password
                    1qaz2wsx3edc                                                              | common password
                    Sunshine-2026!                                                            | common password
                    s-u-p-e-r-m-a-n                                                           | common password
                    Contact*Center*2                                                          | common password
                    """)
    void refuses_in_words(String password, String words) {
        assertThat(PasswordPolicy.problem(password, "anna.bergmann"))
                .hasValueSatisfying(problem -> assertThat(problem).contains(words));
    }
}
