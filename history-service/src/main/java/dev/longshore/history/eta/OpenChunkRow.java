package dev.longshore.history.eta;

import java.time.Instant;

/** An attempt that holds a chunk without a result, as the read model has it. */
record OpenChunkRow(long keys, long rows, long bytes, Instant newsAt) {}
