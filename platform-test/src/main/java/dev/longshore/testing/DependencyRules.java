package dev.longshore.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.longshore.testing.ClassPredicates.inFileEndingWith;
import static dev.longshore.testing.ClassPredicates.inOneOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Who may know whom. */
final class DependencyRules {
    /** The roles that stand at the edge of a service, and so may know a framework. */
    private static final String[] ADAPTERS = {
        "Listener",
        "Publisher",
        "Relay",
        "Codec",
        "Controller",
        "Dao",
        "Configuration",
        "Properties",
        "Application",
        "Store",
        "Source",
        // what a Dao returns carries its annotations; a projector is handed event types by its listener
        "Row",
        "Projector",
        // decides from exceptions of the frameworks what kind a failure is
        "Classifier",
        // parts of the web layer that are no controller
        "Advice",
        "Filter",
        "Interceptor",
        "Resolver",
        "Gateway",
        "Stream",
        "Request",
        "View",
        "Problem",
        // ends of a wire that are no listener
        "Server",
        "Client",
        "Consumer",
        "Registry",
        "Intake",
        "Step"
    };

    /** The roles that may see event types; everybody else gets domain types from them. */
    private static final String[] EVENT_ADAPTERS = {
        "Listener", "Publisher", "Projector", "Codec", "Intake", "Configuration"
    };

    private static final Set<String> KAFKA_CLIENTS = Set.of(
            "KafkaConsumer",
            "KafkaProducer",
            "KafkaShareConsumer",
            "KafkaAdmin",
            "DefaultKafkaConsumerFactory",
            "DefaultKafkaProducerFactory");

    private static final Set<String> KAFKA_ADMINS = Set.of("Admin", "AdminClient");

    private final String basePackage;
    private final List<String> adapterPackages;

    DependencyRules(String basePackage, List<String> adapterPackages) {
        this.basePackage = basePackage;
        this.adapterPackages = adapterPackages;
    }

    List<HouseRule> over(JavaClasses own, JavaClasses all) {
        return List.of(
                HouseRule.over(own, featuresWithoutCycles()),
                HouseRule.over(own, frameworksInAdapters()),
                HouseRule.over(own, sqlInDaos()),
                HouseRule.over(own, eventsAtTheEdge()),
                HouseRule.over(own, eventsMadeInSchemas()),
                HouseRule.over(own, noRawSending()),
                HouseRule.over(own, kafkaSettingsByTheKernel()),
                HouseRule.over(own, kafkaClientsOfTheseSettings()),
                HouseRule.over(own, noRemoteCallInTransactions()),
                HouseRule.over(all, noBannedLibraries()));
    }

    private ArchRule featuresWithoutCycles() {
        return slices().matching(basePackage + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that need each other are one feature: move what both need into the lower one");
    }

    private ArchRule frameworksInAdapters() {
        return noClasses()
                .that(DescribedPredicate.not(inFileEndingWith(ADAPTERS))
                        .and(DescribedPredicate.not(inOneOf(adapterPackages))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework.kafka..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.jdbi..",
                        "org.apache.avro..",
                        "org.apache.kafka.."))
                .because("the domain outlives its frameworks: let an adapter (see the suffixes) translate");
    }

    private static ArchRule sqlInDaos() {
        return noClasses()
                .that(DescribedPredicate.not(inFileEndingWith("Dao", "Row", "Configuration")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jdbi.v3.sqlobject.."))
                .because("SQL is looked for in *Dao: move the statement there");
    }

    private ArchRule eventsAtTheEdge() {
        return noClasses()
                .that(DescribedPredicate.not(inFileEndingWith(EVENT_ADAPTERS))
                        .and(DescribedPredicate.not(inOneOf(adapterPackages))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.longshore.events.."))
                .because("a change of a contract must stop at the edge: map to a domain type in a listener, publisher,"
                        + " projector or codec");
    }

    private static ArchRule eventsMadeInSchemas() {
        return noClasses()
                .should()
                .beAssignableTo(DescribedPredicate.describe(
                        "org.apache.avro.specific.SpecificRecord",
                        type -> type.getAllRawInterfaces().stream()
                                .anyMatch(
                                        parent -> parent.getName().equals("org.apache.avro.specific.SpecificRecord"))))
                .because("contracts live in module schemas: declare the event there");
    }

    private static ArchRule noRawSending() {
        return noClasses()
                .that(DescribedPredicate.not(inFileEndingWith("Relay", "Configuration")))
                .and()
                .resideOutsideOfPackages("dev.longshore.platform..") // dead letters are sent by the kernel itself
                .should()
                .dependOnClassesThat(simpleName("KafkaTemplate").or(simpleName("KafkaProducer")))
                .because("what is sent inside a transaction is sent even if it rolls back: append to the outbox");
    }

    private static ArchRule kafkaSettingsByTheKernel() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("dev.longshore.platform.messaging..", "dev.longshore.testing..")
                .should()
                .dependOnClassesThat(simpleName("KafkaProperties").or(simpleName("KafkaConnectionDetails")))
                .because("the broker's certificates are no part of what they build: take KafkaClientSettings");
    }

    private static ArchRule kafkaClientsOfTheseSettings() {
        return classes()
                .that(DescribedPredicate.describe("make a Kafka client", DependencyRules::makesKafkaClient))
                .and()
                .resideOutsideOfPackages("dev.longshore.testing..")
                .should()
                .dependOnClassesThat(simpleName("KafkaClientSettings"))
                .because("a client speaks TLS and signs in as the installation says: KafkaClientSettings knows how");
    }

    private static boolean makesKafkaClient(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner().getSimpleName())
                        .anyMatch(KAFKA_CLIENTS::contains)
                || type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("create")
                                && KAFKA_ADMINS.contains(call.getTargetOwner().getSimpleName()));
    }

    private static ArchRule noRemoteCallInTransactions() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "hold a transaction",
                        type -> type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith(CodeRules.TRANSACTIONAL))))
                .should()
                .dependOnClassesThat(simpleName("ContactSource").or(simpleName("ArtifactStore")))
                .because(
                        "a slow remote call holds the transaction open: make the call before or after, in another class");
    }

    private static ArchRule noBannedLibraries() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.mockito..",
                                "lombok..",
                                "org.apache.commons.logging..",
                                "org.joda.time..",
                                "com.google.common..",
                                "javax.inject..",
                                "javax.annotation..",
                                "org.awaitility..")
                        .or(junit4()))
                .because("the house uses fakes that pass contracts, records, SLF4J, java.time, the JDK's collections,"
                        + " constructors, JUnit 6 and Eventually");
    }

    private static DescribedPredicate<JavaClass> junit4() {
        return DescribedPredicate.describe(
                "JUnit 4",
                type -> type.getPackageName().equals("org.junit")
                        || type.getPackageName().startsWith("junit."));
    }
}
