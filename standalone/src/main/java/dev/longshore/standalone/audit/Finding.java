package dev.longshore.standalone.audit;

import java.util.List;

/**
 * What was found of one run.
 *
 * @param files read to their last byte
 * @param bytes that were read
 * @param breaches each in one line
 */
record Finding(int files, long bytes, List<String> breaches) {
    Finding {
        breaches = List.copyOf(breaches);
    }
}
