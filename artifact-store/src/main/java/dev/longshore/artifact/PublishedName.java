package dev.longshore.artifact;

/**
 * Name of a file in a published folder: what users and downstream systems see.
 *
 * @param folder the run's folder, chosen by the caller; one path segment
 * @param file the file's name within the folder; one path segment
 */
public record PublishedName(String folder, String file) {
    public PublishedName {
        PathSegment.require("folder", folder);
        PathSegment.require("file", file);
    }

    @Override
    public String toString() {
        return folder + "/" + file;
    }
}
