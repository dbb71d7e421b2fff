package dev.longshore.standalone.sample;

import java.util.ArrayList;
import java.util.List;

/** Contacts in the order in which they were created. */
final class ContactRows implements SampleRows {

    private static final long TABLE = 2;
    private static final int COLUMNS = 11;
    private static final int TENANT = 1;
    private static final long MICROS_OF_MILLI = 1_000;
    private static final List<String> TITLES = List.of("Ms", "Mr", "Dr.", "Mx", "Prof.");
    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Björn", "Chloé", "Dmitri", "Eleni", "Fatma", "Giulia", "Hiroshi", "Ingrid", "José", "Käthe",
            "Łukasz", "Mei", "Noor", "Ólafur", "Priya", "Renée", "Søren", "Thảo", "Zoë", "Ольга", "翔太", "민준", "أمل");
    private static final List<String> LAST_NAMES = List.of(
            "O'Brien",
            "Müller",
            "García-López",
            "Nowak",
            "Rossi",
            "Sørensen",
            "Yılmaz",
            "Papadopoulou",
            "Ivanova",
            "Nguyễn",
            "D'Angelo",
            "de la \"Cruz\"",
            "Smith",
            "Dubois",
            "Кузнецова",
            "佐藤",
            "김",
            "حداد");

    private final long seed;
    private final Size size;
    private final WorkingWeek week;
    private final long endMicros;

    ContactRows(long seed, Size size, WorkingWeek week, long endMicros) {
        this.seed = seed;
        this.size = size;
        this.week = week;
        this.endMicros = endMicros;
    }

    @Override
    public String copyStatement() {
        return "COPY ucs.contact FROM STDIN (FORMAT binary, FREEZE)";
    }

    @Override
    public long count() {
        return size.contacts();
    }

    @Override
    public void write(long index, CopyBuffer out) {
        var random = new SampleRandom(seed, TABLE, index);
        out.row(COLUMNS);
        out.text(SampleIds.contact(index));
        out.integer(TENANT);
        dates(index, random, out);
        optionalText(300, random.oneOf(TITLES), random, out);
        optionalText(980, random.oneOf(FIRST_NAMES), random, out);
        optionalText(990, random.oneOf(LAST_NAMES), random, out);
        addresses(index, random, out);
        optionalText(800, "C" + (10_000_000 + index), random, out);
        attributes(random, out);
    }

    private void dates(long index, SampleRandom random, CopyBuffer out) {
        long created = week.microsAt((index + random.share()) / size.contacts());
        long sinceMillis = Math.max(1, (endMicros - created) / MICROS_OF_MILLI);
        out.instant(created);
        if (random.perMille(10)) {
            out.none();
        } else if (random.perMille(600)) {
            out.instant(created);
        } else {
            out.instant(created + random.below(sinceMillis) * MICROS_OF_MILLI);
        }
    }

    private static void addresses(long index, SampleRandom random, CopyBuffer out) {
        if (random.perMille(50)) {
            out.none();
        } else {
            out.textArray(several("person" + index + "+%d@example.org", random.below(4)));
        }
        if (random.perMille(200)) {
            out.none();
        } else {
            out.textArray(several("+49 30 " + (1_000_000 + random.below(9_000_000)) + "%d", random.below(3)));
        }
    }

    private static List<String> several(String pattern, int count) {
        var values = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            values.add(pattern.formatted(i));
        }
        return values;
    }

    private static void attributes(SampleRandom random, CopyBuffer out) {
        if (random.perMille(300)) {
            out.none();
            return;
        }
        var field = out.openJsonb();
        out.append("{\"Newsletter\": " + random.perMille(400) + ", \"Points\": " + random.below(100_000)
                + ", \"Quote\": \"\\\"never\\\" & <always> \u20ac\", \"Shops\": [" + random.below(90) + ", null]}");
        out.close(field);
    }

    private static void optionalText(int perMille, String value, SampleRandom random, CopyBuffer out) {
        if (random.perMille(perMille)) {
            out.text(value);
        } else {
            out.none();
        }
    }
}
