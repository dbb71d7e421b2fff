/** What the workers tell others: facts about runs, ready tasks, outcomes. */
@NullMarked
package dev.longshore.worker.event;

import org.jspecify.annotations.NullMarked;
