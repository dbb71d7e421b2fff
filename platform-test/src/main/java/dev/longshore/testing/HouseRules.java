package dev.longshore.testing;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house that a machine can check, as one test each. A service's test is three lines:
 *
 * <pre>
 * class ArchitectureTest {
 *     &#64;TestFactory
 *     Stream&lt;DynamicTest&gt; house_rules() {
 *         return HouseRules.of("dev.longshore.scheduler").tests();
 *     }
 * }
 * </pre>
 *
 * <p>Each rule's message tells what to do instead. A rule that forces ugly code somewhere is a rule to mend here, not to
 * go around there.
 */
public final class HouseRules {
    private final String basePackage;
    private final DescribedPredicate<JavaClass> testCode;
    private final List<String> adapterPackages = new ArrayList<>();
    private boolean publishesApi;

    private HouseRules(String basePackage, DescribedPredicate<JavaClass> testCode) {
        this.basePackage = basePackage;
        this.testCode = testCode;
    }

    /** The rules for this package and all below it, both the module's own code and its tests. */
    public static HouseRules of(String basePackage) {
        return new HouseRules(basePackage, ClassPredicates.compiledAsTests());
    }

    /** Judges everything as the module's own code, for tests of the rules. */
    static HouseRules withoutTestCode(String basePackage) {
        return new HouseRules(basePackage, DescribedPredicate.alwaysFalse());
    }

    /** For a module that others use: its public types need no user within the module itself. */
    public HouseRules publishesApi() {
        publishesApi = true;
        return this;
    }

    /**
     * Lets all classes of a package use Spring web, Kafka, Jdbi and Avro, whatever their names.
     *
     * @param because why this package is one adapter as a whole, for the reader
     */
    public HouseRules adapterPackage(String packageName, String because) {
        if (because.isBlank()) {
            throw new IllegalArgumentException("an exception needs a reason");
        }
        adapterPackages.add(packageName);
        return this;
    }

    /** One test for each rule. Run them in the module's folder, where Maven runs tests. */
    public Stream<DynamicTest> tests() {
        return rules().stream().map(rule -> dynamicTest(rule.sentence(), rule::verify));
    }

    List<HouseRule> rules() {
        JavaClasses all = new ClassFileImporter().importPackages(basePackage);
        JavaClasses own = all.that(DescribedPredicate.not(testCode));
        List<HouseRule> rules = new ArrayList<>();
        rules.addAll(new DependencyRules(basePackage, List.copyOf(adapterPackages)).over(own, all));
        rules.addAll(CodeRules.over(own));
        rules.addAll(NameRules.over(own));
        if (!publishesApi) {
            rules.add(NameRules.publicTypesAreUsed(own, all));
        }
        rules.add(CodeRules.noSleepingIn(all));
        Path sources = Path.of(System.getProperty("basedir", ""), "src", "main", "java");
        rules.addAll(SourceRules.over(sources));
        return rules;
    }
}
