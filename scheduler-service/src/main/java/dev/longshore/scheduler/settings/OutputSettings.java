package dev.longshore.scheduler.settings;

import java.util.OptionalInt;

/**
 * How records are written.
 *
 * @param format a format of the catalog
 * @param compression a compression of the catalog
 * @param splitSizeMb largest size of one file in MB of 1,048,576 bytes; empty for one file (P46..P48)
 */
public record OutputSettings(String format, String compression, OptionalInt splitSizeMb) {
    static final int MAX_SPLIT_SIZE_MB = 1_048_576;
}
