package dev.longshore.system.pages;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/**
 * All browser tests, as one class: the build deals its test classes out to several JVMs, and these shall share one product.
 * One of them alone: {@code -Dit.test='BrowserIT$JobEditor'}. First come those that look at whole lists, while these are
 * short; last those that need a while to have passed.
 */
@BrowserTest
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class BrowserIT {
    private static final int LAST = Integer.MAX_VALUE;

    @BeforeAll
    static void let_time_pass_for_the_last(Console console) {
        JobActionsIT.suspendAJobThatWillSoonBeDue(console);
    }

    @Nested
    @Order(2)
    class JobsPage extends JobsPageIT {}

    @Nested
    @Order(3)
    class JobEditor extends JobEditorIT {}

    @Nested
    @Order(4)
    class HistoryPage extends HistoryPageIT {}

    @Nested
    @Order(5)
    class ArtifactsPage extends ArtifactsPageIT {}

    @Nested
    @Order(6)
    class Administration extends AdministrationIT {}

    @Nested
    @Order(7)
    class Journeys extends JourneysIT {}

    @Nested
    @Order(8)
    class WaysOfUse extends WaysOfUseIT {}

    @Nested
    @Order(LAST)
    class JobActions extends JobActionsIT {}
}
