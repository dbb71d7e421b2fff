package dev.longshore.scheduler.job;

import org.jdbi.v3.core.mapper.Nested;

/** A job in a list, with the values that it is sorted by. */
record JobListRow(@Nested JobRow job, String key1, String key2, String key3) {}
