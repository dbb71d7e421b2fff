package dev.longshore.artifact;

import java.nio.charset.StandardCharsets;

/** What a name may be, so that no name can leave its folder in any store. */
final class PathSegment {
    /** The shortest limit of the file systems and object stores in use. */
    private static final int LONGEST_IN_BYTES = 255;

    private PathSegment() {}

    static void require(String what, String segment) {
        if (segment.isEmpty() || segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
            throw new IllegalArgumentException(what + " name must have 1.." + LONGEST_IN_BYTES + " bytes");
        }
        // A leading dot is refused as a whole: it covers "." and "..", and keeps the store's own folders out of reach.
        if (segment.charAt(0) == '.') {
            throw new IllegalArgumentException(what + " name must not begin with a dot");
        }
        for (int i = 0; i < segment.length(); i++) {
            char character = segment.charAt(i);
            if (character == '/' || character == '\\' || Character.isISOControl(character)) {
                throw new IllegalArgumentException(what + " name must not hold slashes or control characters");
            }
        }
    }
}
