package dev.longshore.worker.manifest;

import dev.longshore.worker.layout.AssembledFile;

/**
 * A file that a manifest lists.
 *
 * @param name its published name
 * @param content what is in it
 */
public record ManifestFile(String name, AssembledFile content) {}
