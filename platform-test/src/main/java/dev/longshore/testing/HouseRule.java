package dev.longshore.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Supplier;

/** One rule: its sentence, which says what to do instead, and what breaks it. */
record HouseRule(String sentence, Supplier<List<String>> violations) {

    /** A rule over classes. That there is nothing to judge is no violation: small modules lack whole class roles. */
    static HouseRule over(JavaClasses classes, ArchRule rule) {
        ArchRule lenient = rule.allowEmptyShould(true);
        return new HouseRule(
                rule.getDescription(),
                () -> lenient.evaluate(classes).getFailureReport().getDetails());
    }

    void verify() {
        List<String> found = violations.get();
        if (!found.isEmpty()) {
            throw new AssertionError("%s%n%n%d violation(s):%n%s"
                    .formatted(sentence, found.size(), String.join(System.lineSeparator(), found)));
        }
    }
}
