package dev.longshore.history.run;

import dev.longshore.history.progress.RunStatus;
import dev.longshore.platform.security.AllowedSources;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a list holds; null admits all. What a run has not got (a start, an end, rows) is in no range of it.
 *
 * @param status any of these
 * @param source any of these
 * @param type any of these
 * @param trigger any of these
 * @param title part of the job's title, in any case
 * @param file part of the name of a file, in any case; the number of a file in its set is not told apart
 * @param requested when the run was requested
 * @param started when the workers accepted it
 * @param ended when it ended
 * @param duration from start to end, in seconds
 * @param rows rows of a completed run
 * @param bytes bytes of its files, as stored
 */
record RunFilter(
        @Nullable UUID jobId,
        @Nullable List<RunStatus> status,
        @Nullable List<String> source,
        @Nullable List<String> type,
        @Nullable List<String> trigger,
        @Nullable String title,
        @Nullable String file,
        Span requested,
        Span started,
        Span ended,
        Amount duration,
        Amount rows,
        Amount bytes) {

    /** All runs. */
    static final RunFilter ALL = new RunFilter(
            null, null, null, null, null, null, null, Span.ANY, Span.ANY, Span.ANY, Amount.ANY, Amount.ANY, Amount.ANY);

    RunFilter {
        status = orNull(status);
        source = orNull(source);
        type = orNull(type);
        trigger = orNull(trigger);
    }

    RunFilter anyOf(
            @Nullable UUID ofJob,
            @Nullable List<RunStatus> ofStatus,
            @Nullable List<String> ofSource,
            @Nullable List<String> ofType,
            @Nullable List<String> ofTrigger) {
        return new RunFilter(
                ofJob, ofStatus, ofSource, ofType, ofTrigger, title, file, requested, started, ended, duration, rows,
                bytes);
    }

    RunFilter containing(@Nullable String partOfTitle, @Nullable String partOfFile) {
        return new RunFilter(
                jobId,
                status,
                source,
                type,
                trigger,
                partOfTitle,
                partOfFile,
                requested,
                started,
                ended,
                duration,
                rows,
                bytes);
    }

    RunFilter requestedIn(Span span) {
        return new RunFilter(
                jobId, status, source, type, trigger, title, file, span, started, ended, duration, rows, bytes);
    }

    RunFilter startedIn(Span span) {
        return new RunFilter(
                jobId, status, source, type, trigger, title, file, requested, span, ended, duration, rows, bytes);
    }

    RunFilter endedIn(Span span) {
        return new RunFilter(
                jobId, status, source, type, trigger, title, file, requested, started, span, duration, rows, bytes);
    }

    RunFilter lasting(Amount seconds) {
        return new RunFilter(
                jobId, status, source, type, trigger, title, file, requested, started, ended, seconds, rows, bytes);
    }

    RunFilter of(Amount ofRows, Amount ofBytes) {
        return new RunFilter(
                jobId, status, source, type, trigger, title, file, requested, started, ended, duration, ofRows,
                ofBytes);
    }

    private static <T> @Nullable List<T> orNull(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? null : List.copyOf(values);
    }

    /**
     * A filter as the statement of the list takes it. A range is given by a flag and two bounds that mean nothing without it.
     *
     * @param titles titles that hold the text that was searched for; null when none was, or when too many do
     * @param titlePattern pattern of titles; null when {@code titles} says it all
     * @param allowed sources that the caller may see
     */
    public record FilterBinding(
            RunFilter filter,
            String @Nullable [] titles,
            @Nullable String titlePattern,
            AllowedSources allowed) {
        /** What LIKE takes for more than itself. */
        private static final String SPECIAL = "([\\\\%_])";

        /** Longest part of a name that is looked for by its trigrams: each one more costs, and tells little. */
        private static final int LONGEST_PART = 12;

        private static final String NUMBER_IN_SET = "-\\d{1,9}-of-";
        private static final String FIRST_IN_SET = "-0001-of-";

        /** A pattern that finds the text anywhere. */
        static String containing(String text) {
            return "%" + text.replaceAll(SPECIAL, "\\\\$1") + "%";
        }

        public @Nullable UUID jobId() {
            return filter.jobId();
        }

        public String @Nullable [] statuses() {
            List<RunStatus> status = filter.status();
            return status == null ? null : status.stream().map(RunStatus::name).toArray(String[]::new);
        }

        /** What was asked for and may be seen. */
        public String @Nullable [] sources() {
            return array(allowed.among(filter.source()));
        }

        public String @Nullable [] types() {
            return array(filter.type());
        }

        public String @Nullable [] triggers() {
            return array(filter.trigger());
        }

        /** Runs know the name of their first file only. */
        public @Nullable String fileText() {
            String file = filter.file();
            return file == null ? null : file.toLowerCase(Locale.ROOT).replaceAll(NUMBER_IN_SET, FIRST_IN_SET);
        }

        /** A pattern that every name with this text in it matches, and few others do. */
        public @Nullable String filePattern() {
            String file = fileText();
            return file == null ? null : containing(tellingPart(file));
        }

        /** The part with the most digits, which tell names apart best, other than those of a set; of several the last. */
        static String tellingPart(String text) {
            if (text.length() <= LONGEST_PART || text.codePointCount(0, text.length()) < text.length()) {
                return text;
            }
            return IntStream.rangeClosed(0, text.length() - LONGEST_PART)
                    .mapToObj(from -> text.substring(from, from + LONGEST_PART))
                    .reduce((best, next) -> digits(next) >= digits(best) ? next : best)
                    .orElse(text);
        }

        private static long digits(String text) {
            return text.contains("-of-")
                    ? 0
                    : text.chars().filter(Character::isDigit).count();
        }

        public boolean byRequest() {
            return filter.requested().isGiven();
        }

        public String requestedFrom() {
            return filter.requested().first();
        }

        public String requestedTo() {
            return filter.requested().beyond();
        }

        public boolean byStart() {
            return filter.started().isGiven();
        }

        public String startedFrom() {
            return filter.started().first();
        }

        public String startedTo() {
            return filter.started().beyond();
        }

        public boolean byEnd() {
            return filter.ended().isGiven();
        }

        public String endedFrom() {
            return filter.ended().first();
        }

        public String endedTo() {
            return filter.ended().beyond();
        }

        public boolean byDuration() {
            return filter.duration().isGiven();
        }

        public String leastDuration() {
            return filter.duration().fromSeconds();
        }

        public String mostDuration() {
            return filter.duration().toSeconds();
        }

        public boolean byRows() {
            return filter.rows().isGiven();
        }

        public String leastRows() {
            return filter.rows().from();
        }

        public String mostRows() {
            return filter.rows().to();
        }

        public boolean byBytes() {
            return filter.bytes().isGiven();
        }

        public String leastBytes() {
            return filter.bytes().from();
        }

        public String mostBytes() {
            return filter.bytes().to();
        }

        private static String @Nullable [] array(@Nullable List<String> values) {
            return values == null ? null : values.toArray(String[]::new);
        }
    }
}
