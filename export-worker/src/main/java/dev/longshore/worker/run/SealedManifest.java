package dev.longshore.worker.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a run publishes, fixed before anything becomes visible. It is kept with the run, so that every later attempt
 * writes the same bytes to the same place, even by a newer version of this program.
 *
 * @param folder of the run in the artifact store
 * @param content bytes of the manifest; not copied, so not to be changed
 */
public record SealedManifest(String folder, byte[] content) {
    /** SHA-256 of the content, in lower-case hex. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
