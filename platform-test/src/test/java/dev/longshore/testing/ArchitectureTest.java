package dev.longshore.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kernel, the embedded servers and this kit cannot use the kit in their own tests; they are judged here. */
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> house_rules_of_the_kit() {
        return HouseRules.of("dev.longshore.testing")
                .publishesApi()
                .adapterPackage("dev.longshore.testing", "it stands in for the outer world")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> house_rules_of_the_embedded_servers() {
        return HouseRules.of("dev.longshore.embedded")
                .publishesApi()
                .adapterPackage("dev.longshore.embedded", "it consists of servers of these very frameworks")
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> house_rules_of_the_platform() {
        return HouseRules.of("dev.longshore.platform")
                .publishesApi()
                .adapterPackage("dev.longshore.platform.messaging", "it wraps Kafka and Avro for everybody else")
                .adapterPackage("dev.longshore.platform.outbox", "its messages are Avro records")
                .adapterPackage("dev.longshore.platform.web", "it wraps Spring's web layer for everybody else")
                .tests();
    }
}
