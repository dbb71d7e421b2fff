package dev.longshore.worker.manifest;

import java.nio.charset.StandardCharsets;

/** Content of the file that {@code sha256sum -c} checks a folder with. */
public final class Sha256Sums {
    public static final String FILE_NAME = "SHA256SUMS";

    private Sha256Sums() {}

    /**
     * One line per file, then one for the manifest, so that an empty run can be checked as well. No name holds a line feed or a
     * backslash, so none needs escaping.
     *
     * @param manifestSha256 of the manifest's bytes, lower-case hex
     */
    public static byte[] of(Manifest manifest, String manifestSha256) {
        StringBuilder lines = new StringBuilder();
        for (ManifestFile file : manifest.files()) {
            append(lines, file.content().sha256(), file.name());
        }
        append(lines, manifestSha256, Manifest.FILE_NAME);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder lines, String sha256, String name) {
        lines.append(sha256).append("  ").append(name).append('\n');
    }
}
