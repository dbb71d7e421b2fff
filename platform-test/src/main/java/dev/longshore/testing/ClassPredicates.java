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

    /** Simple name of the outermost class. */
    static String fileName(JavaClass type) {
        String packageName = type.getPackageName();
        // void and the primitives have no package
        String inPackage =
                packageName.isEmpty() ? type.getName() : type.getName().substring(packageName.length() + 1);
        int nested = inPackage.indexOf('$');
        return nested < 0 ? inPackage : inPackage.substring(0, nested);
    }
}
