package dev.longshore.scheduler.job;

import org.jdbi.v3.core.mapper.Nested;

/**
 * A job in a list.
 *
 * @param titleKey what its title is sorted by
 */
record JobListRow(@Nested JobRow job, String titleKey) {}
