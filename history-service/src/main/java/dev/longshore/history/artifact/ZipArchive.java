package dev.longshore.history.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip as it goes, in the memory of one buffer whatever the size of the files; larger ones make it a ZIP64.
 *
 * <p>Exported files are compressed already or are to be opened as they are, so they are put in as they are: in blocks
 * of "deflate" that are not compressed. Entries of the method "stored" would need the CRC-32 before the first byte, and
 * so every file to be read twice.
 */
final class ZipArchive {
    private static final int BUFFER = 64 * 1024;

    private final ZipOutputStream zip;
    private final byte[] buffer = new byte[BUFFER];

    ZipArchive(OutputStream target) {
        zip = new ZipOutputStream(target);
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /**
     * Adds a file.
     *
     * @param size that it must have
     * @throws IOException also when the content has another size: then the archive must not be finished
     */
    void add(String path, Instant modified, long size, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setLastModifiedTime(FileTime.from(modified));
        zip.putNextEntry(entry);
        long copied = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            zip.write(buffer, 0, read);
            copied += read;
        }
        if (copied != size) {
            throw new IOException("%s has %d bytes and had %d when published".formatted(path, copied, size));
        }
        zip.closeEntry();
    }

    /** Ends the archive with its list of files. Whoever does not call it leaves an archive that no reader takes for whole. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
