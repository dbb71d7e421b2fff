package dev.longshore.worker.segment;

import dev.longshore.artifact.StagedName;

/**
 * A part of a segment's stored blocks that lies in an object shared with other segments.
 *
 * @param object where it is
 * @param offset first byte, from 0
 * @param length number of bytes
 */
public record Extent(StagedName object, long offset, long length) {
    /** For the run's database. */
    public String encode() {
        return object.object() + ' ' + offset + ' ' + length;
    }

    /** Reads what {@link #encode} wrote for a segment of that run. */
    public static Extent decode(String run, String encoded) {
        String[] parts = encoded.split(" ", 3);
        return new Extent(new StagedName(run, parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    /** Whether another extent begins in the same object where this one ends. */
    boolean isFollowedBy(Extent next) {
        return object.equals(next.object) && offset + length == next.offset;
    }

    /** This extent and the one that it is followed by. */
    Extent and(Extent next) {
        return new Extent(object, offset, length + next.length);
    }
}
