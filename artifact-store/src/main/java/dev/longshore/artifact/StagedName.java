package dev.longshore.artifact;

/**
 * Name of an object in the private staging area of a run.
 *
 * @param run the run's id; one path segment
 * @param object the object's name within the run's area; one path segment
 */
public record StagedName(String run, String object) {
    public StagedName {
        PathSegment.require("run", run);
        PathSegment.require("staged object", object);
    }

    @Override
    public String toString() {
        return run + "/" + object;
    }
}
