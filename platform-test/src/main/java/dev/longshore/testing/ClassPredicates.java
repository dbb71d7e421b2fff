package dev.longshore.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;

/** Which classes a rule speaks of. A nested class counts as the file that it stands in. */
final class ClassPredicates {
    private ClassPredicates() {}

    static DescribedPredicate<JavaClass> compiledAsTests() {
        return DescribedPredicate.describe(
                "test code",
                type -> type.getSource()
                        .map(source -> source.getUri().toString().contains("/test-classes/"))
                        .orElse(false));
    }

    static DescribedPredicate<JavaClass> inFileEndingWith(String... suffixes) {
        return DescribedPredicate.describe(
                "in a file named *" + String.join("|*", suffixes),
                type -> Arrays.stream(suffixes).anyMatch(fileName(type)::endsWith));
    }

    static DescribedPredicate<JavaClass> inOneOf(List<String> packages) {
        return DescribedPredicate.describe(
                "in one of the packages " + packages, type -> packages.contains(type.getPackageName()));
    }

    /** Simple name of the outermost class. ArchUnit says that void is in java.lang, so the name alone is asked. */
    static String fileName(JavaClass type) {
        String simple = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return nested < 0 ? simple : simple.substring(0, nested);
    }
}
