package dev.longshore.standalone.sample;

import java.time.Duration;
import java.util.List;

/** Interactions in the order in which they began, but for 2 % that were stored late. */
final class InteractionRows implements SampleRows {

    private static final long TABLE = 1;
    private static final int COLUMNS = 48;
    private static final long LATEST_STORING = Duration.ofMinutes(20).toMillis();
    private static final long LONGEST_HANDLING = Duration.ofHours(30).toMillis();
    private static final long MICROS_OF_MILLI = 1_000;
    private static final int TENANT = 1;
    private static final List<String> QUEUES =
            List.of("Billing", "Technical support", "Sales", "Orders & delivery", "\"VIP\" line", "Rückfragen");
    private static final List<String> CATEGORIES = List.of("invoice", "outage", "delivery", "complaint", "praise");
    private static final List<String> STOPPED = List.of("Normal", "Abandoned", "Transferred", "Auto-Responded");
    private static final List<String> SEGMENTS = List.of("gold", "silver", "bronze", "new");

    private final long seed;
    private final Size size;
    private final WorkingWeek week;
    private final long endMicros;
    private final Phrases phrases;

    InteractionRows(long seed, Size size, WorkingWeek week, long endMicros, Phrases phrases) {
        this.seed = seed;
        this.size = size;
        this.week = week;
        this.endMicros = endMicros;
        this.phrases = phrases;
    }

    @Override
    public String copyStatement() {
        return "COPY ucs.interaction FROM STDIN (FORMAT binary, FREEZE)";
    }

    @Override
    public long count() {
        return size.interactions();
    }

    @Override
    public void write(long index, CopyBuffer out) {
        var random = new SampleRandom(seed, TABLE, index);
        var media = MediaType.pick(random);
        var language = phrases.language(random);
        long start = startMicros(index, random);
        long handled = Math.min(endMicros, start + (1 + random.below(LONGEST_HANDLING)) * MICROS_OF_MILLI);
        int status = random.perMille(960) ? 3 : random.below(3);

        out.row(COLUMNS);
        identity(index, status, media, random, out);
        dates(start, handled, status, random, out);
        threadAndCategory(index, random, out);
        contents(media, language, random, out);
        routing(media, language, status, index, random, out);
        customAttributes(random, out);
    }

    private long startMicros(long index, SampleRandom random) {
        long inOrder = week.microsAt((index + random.share()) / size.interactions());
        if (!random.perMille(20)) {
            return inOrder;
        }
        return Math.max(week.fromMicros(), inOrder - random.below(LATEST_STORING) * MICROS_OF_MILLI);
    }

    private void identity(long index, int status, MediaType media, SampleRandom random, CopyBuffer out) {
        out.text(SampleIds.interaction(index));
        out.smallint(status);
        out.smallint(media.entityTypeId());
        out.text(media.id());
        out.text(media.typeId());
        out.text(media.subtypeId());
        optionalText(600, "ext-" + random.below(1_000_000_000), random, out);
        optionalInteger(800, 100 + random.below(900), random, out);
        // Few contacts write often and many once.
        double share = random.share();
        optionalText(970, SampleIds.contact((long) (share * share * size.contacts())), random, out);
        boolean answers = index > 0 && random.perMille(300);
        out.none(answers ? 0 : 1);
        if (answers) {
            out.text(SampleIds.interaction(index - 1 - random.below(Math.min(index, 500))));
        }
    }

    private static void dates(long start, long handled, int status, SampleRandom random, CopyBuffer out) {
        out.instant(start);
        if (random.perMille(10)) {
            out.none();
        } else {
            out.instant(handled);
        }
        if (status == 3) {
            out.instant(handled);
        } else {
            out.none();
        }
    }

    private static void threadAndCategory(long index, SampleRandom random, CopyBuffer out) {
        out.text("thread-" + Long.toString(index / 3, Character.MAX_RADIX));
        optionalText(500, random.oneOf(CATEGORIES), random, out);
        optionalSmallint(700, random.below(29) * 60 - 840, random, out);
    }

    private void contents(MediaType media, String language, SampleRandom random, CopyBuffer out) {
        if (media.isEmail() || random.perMille(200)) {
            var subject = out.open();
            phrases.text(language, 12 + random.below(70), random, out);
            out.close(subject);
        } else {
            out.none();
        }
        if (media.isWritten() || random.perMille(100)) {
            var text = out.open();
            phrases.text(language, TextSizes.next(random), random, out);
            out.close(text);
        } else {
            out.none();
        }
        structuredText(media, language, random, out);
        if (random.perMille(media.isWritten() ? 100 : 600)) {
            var comment = out.open();
            phrases.text(language, 20 + random.below(300), random, out);
            out.close(comment);
        } else {
            out.none();
        }
    }

    private void structuredText(MediaType media, String language, SampleRandom random, CopyBuffer out) {
        boolean chat = media == MediaType.CHAT;
        if (!chat && !(media.isEmail() && random.perMille(400))) {
            out.none(2);
            return;
        }
        var field = out.open();
        out.append(chat ? "<?xml version=\"1.0\"?><chatTranscript>" : "<html><body style='margin:0'>");
        for (int i = random.below(6); i >= 0; i--) {
            out.append(chat ? "<message userId=\"u" + i + "\"><msgText>" : "<p>");
            out.append(phrases.one(language, random));
            out.append(chat ? "</msgText></message>" : "</p>\r\n");
        }
        out.append(chat ? "</chatTranscript>" : "</body></html>");
        out.close(field);
        out.text(chat ? "text/xml" : "text/html");
    }

    private void routing(
            MediaType media, String language, int status, long index, SampleRandom random, CopyBuffer out) {
        out.integer(TENANT);
        optionalInteger(100, random.below(5), random, out);
        optionalInteger(500, Long.hashCode(index / 3 * 31), random, out);
        out.smallint(media.isEmail() ? 1 : 0);
        out.integer(1 + random.below(9));
        optionalText(900, random.oneOf(QUEUES), random, out);
        attributes(index, random, out);
        optionalSmallint(media.isEmail() ? 900 : 0, random.perMille(30) ? 1 : 0, random, out);
        optionalText(media.isEmail() ? 500 : 0, "Safe", random, out);
        optionalSmallint(300, random.below(2), random, out);
        optionalText(status == 3 ? 900 : 0, random.oneOf(STOPPED), random, out);
        optionalText(950, language, random, out);
    }

    private void attributes(long index, SampleRandom random, CopyBuffer out) {
        if (random.perMille(100)) {
            out.none();
            return;
        }
        var field = out.openJsonb();
        out.append("{\"CustomerSegment\": \"" + random.oneOf(SEGMENTS) + "\", \"OrderNumber\": \"A-" + index
                + "\", \"Sentiment\": " + (random.below(2001) - 1000) / 1000.0
                + ", \"FirstReply\": " + random.perMille(500)
                + ", \"Tags\": [\"web\", \"prio-" + random.below(5) + "\"]"
                + ", \"Note\": \"said \\\"yes\\\" \\u2013 C:\\\\temp, \\ttab, caf\u00e9 \u2615\""
                + ", \"Nested\": {\"Step\": " + random.below(12) + ", \"Done\": null}}");
        out.close(field);
    }

    private static void customAttributes(SampleRandom random, CopyBuffer out) {
        optionalText(700, "CASE-" + random.below(10_000_000), random, out);
        optionalText(500, random.oneOf(CATEGORIES) + '/' + random.below(40), random, out);
        optionalText(200, "it's \"quoted\", with a comma", random, out);
        optionalText(50, "", random, out);
        out.none(6);
        optionalInteger(600, random.below(11), random, out);
        optionalInteger(300, random.below(Integer.MAX_VALUE), random, out);
        optionalInteger(20, Integer.MIN_VALUE, random, out);
        out.none(2);
    }

    private static void optionalText(int perMille, String value, SampleRandom random, CopyBuffer out) {
        if (random.perMille(perMille)) {
            out.text(value);
        } else {
            out.none();
        }
    }

    private static void optionalInteger(int perMille, int value, SampleRandom random, CopyBuffer out) {
        if (random.perMille(perMille)) {
            out.integer(value);
        } else {
            out.none();
        }
    }

    private static void optionalSmallint(int perMille, int value, SampleRandom random, CopyBuffer out) {
        if (random.perMille(perMille)) {
            out.smallint(value);
        } else {
            out.none();
        }
    }
}
