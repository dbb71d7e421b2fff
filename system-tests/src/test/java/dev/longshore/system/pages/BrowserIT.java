package dev.longshore.system.pages;

import org.junit.jupiter.api.Nested;

/**
 * All browser tests, as one class: the build deals its test classes out to several JVMs, and these shall share one product.
 * One of them alone: {@code -Dit.test='BrowserIT$JobEditor'}.
 */
@BrowserTest
class BrowserIT {
    @Nested
    class HistoryPage extends HistoryPageIT {}

    @Nested
    class ArtifactsPage extends ArtifactsPageIT {}

    @Nested
    class Administration extends AdministrationIT {}

    @Nested
    class Journeys extends JourneysIT {}

    @Nested
    class JobsPage extends JobsPageIT {}

    @Nested
    class JobEditor extends JobEditorIT {}

    @Nested
    class JobActions extends JobActionsIT {}
}
