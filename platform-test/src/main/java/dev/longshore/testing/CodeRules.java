package dev.longshore.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.longshore.testing.ClassPredicates.inFileEndingWith;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** What code may do, whatever it is called. */
final class CodeRules {
    static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";

    private static final String[] TRANSACTION_HOLDERS = {"Service", "Ledger", "Projector", "Listener"};
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    private static final Set<String> CLOCK_OWNERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");
    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    private CodeRules() {}

    static List<HouseRule> over(JavaClasses own) {
        return List.of(
                HouseRule.over(own, noHiddenClock()),
                HouseRule.over(own, transactionsInServices()),
                HouseRule.over(own, transactionsOnMethods()),
                HouseRule.over(own, controllersReturnViews()),
                HouseRule.over(own, controllersWithoutDaos()),
                HouseRule.over(own, noFieldInjection()),
                HouseRule.over(own, noSetters()));
    }

    private static ArchRule noHiddenClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("dev.longshore.platform.time..", "dev.longshore.platform.polling..")
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("clock or chance is read in passing", CodeRules::readsClock))
                .because(
                        "time and identities are arguments: inject InstantSource, take Instant now, use Micros and Ids");
    }

    private static boolean readsClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" -> CLOCK_OWNERS.contains(owner);
            case "system", "systemUTC", "systemDefaultZone" ->
                owner.equals("java.time.Clock")
                        || (owner.equals("java.time.InstantSource") && !mayMakeClocks(call.getOriginOwner()));
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "randomUUID" -> owner.equals("java.util.UUID");
            default -> false;
        };
    }

    /** A clock is made where the parts are put together, once. Tokens are checked by others, who read the real one. */
    private static boolean mayMakeClocks(JavaClass type) {
        return inFileEndingWith("Configuration", "Application", "TestTokens").test(type);
    }

    /** For own code and tests alike. */
    static HouseRule noSleepingIn(JavaClasses all) {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Eventually.class.getName())
                .should()
                .callMethodWhere(DescribedPredicate.describe("a thread sleeps", CodeRules::sleeps))
                .because("a pause is either too short or too long: drive a ManualLoop, use Eventually or a latch");
        return HouseRule.over(all, rule);
    }

    private static boolean sleeps(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "sleep" -> owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit");
            case "park", "parkNanos", "parkUntil" -> owner.equals("java.util.concurrent.locks.LockSupport");
            default -> false;
        };
    }

    private static ArchRule transactionsInServices() {
        return methods()
                .that()
                .areAnnotatedWith(TRANSACTIONAL)
                .should()
                .beDeclaredInClassesThat(inFileEndingWith(TRANSACTION_HOLDERS))
                .because(
                        "a transaction is held where it is looked for: move the step to a *Service, *Ledger, *Projector"
                                + " or *Listener");
    }

    private static ArchRule transactionsOnMethods() {
        return noClasses()
                .should()
                .beAnnotatedWith(TRANSACTIONAL)
                .because("a transaction on a class opens one for methods that need none: annotate the methods");
    }

    private static ArchRule controllersReturnViews() {
        return methods()
                .that()
                .areDeclaredInClassesThat(inFileEndingWith("Controller"))
                .and()
                .areMetaAnnotatedWith(MAPPING)
                .should(returnOnlyViews())
                .because(
                        "a response is a contract of its own: return a *View, *Page or ProblemDetail record, never a row,"
                                + " a domain object or an event");
    }

    private static ArchCondition<JavaMethod> returnOnlyViews() {
        return new ArchCondition<>("return only views") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaClass type : method.getReturnType().getAllInvolvedRawTypes()) {
                    boolean ours = type.getPackageName().startsWith("dev.longshore");
                    boolean view = inFileEndingWith("View", "Page").test(type);
                    if (ours && !view) {
                        events.add(SimpleConditionEvent.violated(
                                method, "%s returns %s".formatted(method.getFullName(), type.getName())));
                    }
                }
            }
        };
    }

    private static ArchRule controllersWithoutDaos() {
        return noClasses()
                .that(inFileEndingWith("Controller"))
                .should()
                .dependOnClassesThat(inFileEndingWith("Dao"))
                .because("a controller speaks HTTP only: ask a *Service");
    }

    private static ArchRule noFieldInjection() {
        return fields().should(notBeInjected()).because("what a class needs stands in its constructor");
    }

    private static ArchCondition<JavaField> notBeInjected() {
        return new ArchCondition<>("not be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (INJECTIONS.stream().anyMatch(field::isAnnotatedWith)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is injected"));
                }
            }
        };
    }

    private static ArchRule noSetters() {
        return noMethods()
                .that()
                .arePublic()
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("objects are complete when they are made: take the value in the constructor, or name the act");
    }
}
