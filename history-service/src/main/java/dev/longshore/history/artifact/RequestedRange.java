package dev.longshore.history.artifact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a representation a request asks for (RFC 9110, section 14). */
sealed interface RequestedRange {
    /** For the audit log. */
    String inWords();

    /** All of it. */
    record Whole() implements RequestedRange {
        @Override
        public String inWords() {
            return "all";
        }
    }

    /** The bytes from first to last, both included. */
    record Part(long first, long last) implements RequestedRange {
        long length() {
            return last - first + 1;
        }

        @Override
        public String inWords() {
            return "bytes %d to %d".formatted(first, last);
        }
    }

    /** Bytes that it does not have. */
    record Unsatisfiable() implements RequestedRange {
        @Override
        public String inWords() {
            return "bytes that it does not have";
        }
    }

    /** One range. More than nine digits twice over would be no size of ours, but must not overflow: hence 18. */
    Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** @param ifNoneMatch the header If-None-Match; null when missing */
    static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null && (ifNoneMatch.trim().equals("*") || ifNoneMatch.contains(tag));
    }

    /**
     * Several ranges at once and what is no range of bytes are answered with all of it, as the RFC allows.
     *
     * @param range the header Range; null when missing
     * @param ifRange the header If-Range; null when missing
     * @param tag strong entity tag of the representation
     * @param size of the representation in bytes
     */
    static RequestedRange of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        // A date never matches: no Last-Modified is sent.
        if (range == null || (ifRange != null && !ifRange.trim().equals(tag))) {
            return new Whole();
        }
        Matcher single = SINGLE.matcher(range.trim());
        if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
            return new Whole();
        }
        if (single.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(single.group(2)), size);
            return suffix == 0 ? new Unsatisfiable() : new Part(size - suffix, size - 1);
        }
        long first = Long.parseLong(single.group(1));
        long last = single.group(2).isEmpty() ? size - 1 : Long.parseLong(single.group(2));
        if (!single.group(2).isEmpty() && last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }
}
