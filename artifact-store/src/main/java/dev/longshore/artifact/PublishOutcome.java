package dev.longshore.artifact;

/** What became of a wish to publish a staged object. */
public enum PublishOutcome {
    /** The object left the staging area and is now the published file. */
    PUBLISHED,

    /** A file of that name and of the expected size was there already, as after a crash or a second attempt; it was kept. */
    ALREADY_PUBLISHED
}
