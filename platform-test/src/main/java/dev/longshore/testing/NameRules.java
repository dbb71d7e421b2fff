package dev.longshore.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** What things are called, and who may see them. */
final class NameRules {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    private NameRules() {}

    static List<HouseRule> over(JavaClasses own) {
        return List.of(
                HouseRule.over(own, valuesAreRecords()),
                HouseRule.over(own, noEmptyWords()),
                HouseRule.over(own, noLayerPackages()),
                HouseRule.over(own, packagesAreNullMarked()));
    }

    private static ArchRule valuesAreRecords() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Id")
                .or()
                .haveSimpleNameEndingWith("State")
                .or()
                .haveSimpleNameEndingWith("Event")
                .or()
                .haveSimpleNameEndingWith("View")
                .or()
                .haveSimpleNameEndingWith("Request")
                .or()
                .haveSimpleNameEndingWith("Row")
                .or()
                .haveSimpleNameEndingWith("Properties")
                .should(beValues())
                .because("such a name promises a value: make it a record, an enum or a (sealed) interface of these");
    }

    private static ArchCondition<JavaClass> beValues() {
        return new ArchCondition<>("be values") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isRecord() && !type.isEnum() && !type.isInterface()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is a plain class"));
                }
            }
        };
    }

    private static ArchRule noEmptyWords() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Data")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .because("these words say nothing: name what it does or is, in the glossary's words");
    }

    private static ArchRule noLayerPackages() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..model..", "..service..")
                .because("packages are features: put the class beside those that change with it");
    }

    private static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NULL_MARKED)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, "package of %s is not @NullMarked".formatted(type.getName())));
                        }
                    }
                })
                .because("null does not exist here: add a package-info.java with @NullMarked");
    }

    /** Uses in tests count: what a test of another package needs is part of what this package offers. */
    static HouseRule publicTypesAreUsed(JavaClasses own, JavaClasses all) {
        ArchRule rule = classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .doNotHaveSimpleName("package-info")
                .should(beUsedFromAnotherPackage(all))
                .because("public is a promise: make the type package-private until another feature needs it");
        return HouseRule.over(own, rule);
    }

    private static ArchCondition<JavaClass> beUsedFromAnotherPackage(JavaClasses all) {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = all.get(type.getName()).getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
                if (!used && type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s is public, but only its own package uses it".formatted(type.getName())));
                }
            }
        };
    }
}
