package dev.longshore.history.eta;

/**
 * How far the files are, once all chunks are exported.
 *
 * @param seconds since they were laid out, at least 0
 * @param files number of files, at least 0
 * @param bytes bytes in all of them, before compression
 * @param share share of them that is made, 0 to 1
 */
record FilesWork(double seconds, int files, long bytes, double share) {}
