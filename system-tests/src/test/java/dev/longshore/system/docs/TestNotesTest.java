package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestNotesTest {
    @Test
    void a_comment_in_java_belongs_to_the_method_on_its_line_below_it_or_around_it() {
        assertThat(notes("ScheduleTest.java", """
                class ScheduleTest {
                    private static final String SQL = \"""
                            SELECT count(*) FROM run
                            \"""; // P9

                    @Test
                    void on_the_line() { // P1, P2
                        assertThat(next(1)).isEqualTo(2); // P3: and why
                    }

                    @ParameterizedTest
                    @CsvSource("1, 2")
                    void over_several_lines(
                            int everyHours, int minute) { // P4 P5
                        return new Answer(everyHours);
                    }

                    // P6..P8
                    @Test
                    void below() {}

                    @Test // P8
                    Stream<DynamicTest> behind_an_annotation() {
                        // P10
                        // Page 7 is not one, nor is this: P11
                    }
                }
                """))
                .containsExactly(
                        entry(1, "ScheduleTest.on_the_line"),
                        entry(2, "ScheduleTest.on_the_line"),
                        entry(3, "ScheduleTest.on_the_line"),
                        entry(4, "ScheduleTest.over_several_lines"),
                        entry(5, "ScheduleTest.over_several_lines"),
                        entry(6, "ScheduleTest.below"),
                        entry(7, "ScheduleTest.below"),
                        entry(8, "ScheduleTest.behind_an_annotation", "ScheduleTest.below"),
                        entry(9, "ScheduleTest.on_the_line"),
                        entry(10, "ScheduleTest.behind_an_annotation"));
    }

    @Test
    void a_comment_in_typescript_belongs_to_the_test_or_the_group_of_tests() {
        assertThat(notes("form.test.ts", """
                // P1
                describe('the form', () => {
                  // P2, P3
                  it('sends "all"', () => {
                    expect(1).toBe(1); // P4
                    // P5
                  });

                  // P6: without hovering
                  it.each([
                    [1, 2],
                  ])('of %o', () => {});

                  it("ends", () => {}); // P7
                });
                """))
                .containsExactly(
                        entry(1, "form.test.ts: the form"),
                        entry(2, "form.test.ts: sends \"all\""),
                        entry(3, "form.test.ts: sends \"all\""),
                        entry(4, "form.test.ts: sends \"all\""),
                        entry(5, "form.test.ts: sends \"all\""),
                        entry(6, "form.test.ts: of %o"),
                        entry(7, "form.test.ts: ends"));
    }

    private static SortedMap<Integer, SortedSet<String>> notes(String file, String text) {
        return TestNotes.of(file, text.lines().toList());
    }

    private static Map.Entry<Integer, SortedSet<String>> entry(int number, String... tests) {
        return Map.entry(number, new TreeSet<>(List.of(tests)));
    }
}
