package dev.longshore.history.eta;

/** What happens in a simulated run. The last three are traits of a job, whose earlier runs had them too. */
enum Scenario {
    /** Nothing. */
    STEADY("steady"),
    /** From 30 to 70 % of the work on, the source is only 35 to 65 % as quick. */
    SLOWED("source slows down"),
    /** A worker is killed; its chunks wait for their leases to end. Half the time it comes back. */
    KILLED("worker killed"),
    /** Others load the source, more and less, in waves. */
    WAVES("load waves"),
    /** Chunks of one stretch of the window take up to three times as long. */
    SKEWED("skewed chunks"),
    /** The plan's rows and bytes are a fifth too low or too high. */
    MISJUDGED("rows off by 20 %"),
    /** Files take 40 to 120 % of the export's time. */
    LONG_ASSEMBLY("long assembly");

    final String title;

    Scenario(String title) {
        this.title = title;
    }

    boolean isTraitOfTheJob() {
        return this == SKEWED || this == MISJUDGED || this == LONG_ASSEMBLY;
    }
}
