package dev.longshore.artifact;

import java.util.Arrays;

/** What became of a wish to create a file that must not exist yet. */
public sealed interface CreateOutcome {
    /** The file is there, durable, with the content that was given. */
    record Created() implements CreateOutcome {}

    /** Somebody created it before: by design this is how the second of two racing workers learns that it came second. */
    final class AlreadyThere implements CreateOutcome {
        private final byte[] content;

        AlreadyThere(byte[] content) {
            this.content = content.clone();
        }

        /** The whole content of the file that is there. */
        public byte[] content() {
            return content.clone();
        }

        /** Whether the file that is there holds exactly these bytes. */
        public boolean holds(byte[] expected) {
            return Arrays.equals(content, expected);
        }
    }
}
