package dev.longshore.worker.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How chunks are exported.
 *
 * @param streamFiles whether a process that has all chunks of a run so far, in their order, writes them straight into the
 *     files; otherwise every chunk becomes a segment and files are put together at the end. The bytes are the same
 */
@ConfigurationProperties("longshore.worker.export")
record ExportProperties(@DefaultValue("true") boolean streamFiles) {}
