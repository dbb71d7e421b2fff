package dev.longshore.worker.source;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.EntityType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read a selection. They are put together from the catalog because COPY takes no parameters; every name is
 * quoted and every value a literal. {@code ORDER BY} always names the view's columns: by a bare name it would sort by what the
 * SELECT list has made of them, which is another order and no index.
 */
final class SelectionSql {
    /** Years of more than four digits come without the sign that Java would write. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd HH:mm:ss.SSSSSS'+00'")
            .toFormatter(Locale.ROOT);

    private final Selection selection;
    private final String from;
    private final String date;
    private final String key;

    SelectionSql(Selection selection) {
        this.selection = selection;
        this.from = " FROM " + view(selection.type().view()) + " t";
        this.date = column(selection.dateColumn());
        this.key = column(selection.type().key());
    }

    /**
     * Streams a range in the order of the output. No comparison is true of a key that is null, so a record without one would be
     * in no chunk where chunks meet: it is looked for there by itself, through the same index, so that the reader refuses it.
     */
    String copy(KeyRange range) {
        String records = records(conditions(range)) + order(range.dated());
        KeyPosition through = range.through();
        if (through == null) {
            return copy(records);
        }
        String atTheEdge = date + (range.dated() ? " = " + timestamp(String.valueOf(through.date())) : " IS NULL");
        return copy("(" + records + ") UNION ALL (" + records(List.of(atTheEdge, key + " IS NULL")) + ")");
    }

    /** Streams the first records of a range. */
    String copyFirst(KeyRange range, int records) {
        return copy(records(conditions(range)) + order(range.dated()) + " LIMIT " + records);
    }

    private static String copy(String query) {
        return "COPY (" + query + ") TO STDOUT (FORMAT binary)";
    }

    private String records(List<String> ranged) {
        List<String> conditions = new ArrayList<>(ranged);
        addEntityTypes(conditions);
        String columns =
                selection.type().columns().stream().map(SelectionSql::selected).collect(Collectors.joining(", "));
        return "SELECT " + columns + from + where(conditions);
    }

    /**
     * The record that is a number of records after the beginning of a range. Its key becomes text outside: within, that would be
     * done for each record that is stepped over.
     */
    String keyAfter(KeyRange range, int records) {
        return "SELECT p.date::text, p.key::text FROM (SELECT " + date + " AS date, " + key + " AS key" + from
                + where(conditions(range)) + order(range.dated()) + " OFFSET " + (records - 1) + " LIMIT 1) p";
    }

    /** The last record of a range. */
    String lastKey(KeyRange range) {
        String backwards = range.dated() ? date + " DESC, " + key + " DESC" : key + " DESC";
        return "SELECT " + date + "::text, " + key + "::text" + from + where(conditions(range)) + " ORDER BY "
                + backwards + " LIMIT 1";
    }

    String count(KeyRange range) {
        return "SELECT count(*)" + from + where(conditions(range));
    }

    /** What the planner thinks of the whole selection. */
    String explain() {
        List<String> conditions = new ArrayList<>();
        if (!selection.window().hasNoBounds()) {
            conditions.addAll(conditions(new KeyRange(true, null, null)));
        }
        addEntityTypes(conditions);
        return "EXPLAIN (FORMAT JSON) SELECT 1" + from + where(conditions);
    }

    private String order(boolean dated) {
        return " ORDER BY " + (dated ? date + ", " + key : key);
    }

    private List<String> conditions(KeyRange range) {
        List<String> conditions = new ArrayList<>();
        KeyPosition after = range.after();
        KeyPosition through = range.through();
        if (!range.dated()) {
            conditions.add(date + " IS NULL");
            if (after != null) {
                conditions.add(key + " > " + literal(after.key()));
            }
            if (through != null) {
                conditions.add(key + " <= " + literal(through.key()));
            }
            return conditions;
        }
        if (selection.window().hasNoBounds()) {
            conditions.add(date + " IS NOT NULL");
        }
        addBound(conditions, ">=", selection.window().from(), after, ">");
        addBound(conditions, "<", selection.window().to(), through, "<=");
        return conditions;
    }

    /**
     * A bound of a chunk lies within the window, so it stands in for the window's. The date alone is compared as well: not every
     * planner draws it from the comparison of rows, and an index on the date alone needs it.
     */
    private void addBound(
            List<String> conditions,
            String windowComparison,
            @Nullable Instant windowBound,
            @Nullable KeyPosition position,
            String comparison) {
        if (position != null) {
            String bound = timestamp(String.valueOf(position.date()));
            conditions.add(date + " " + comparison.charAt(0) + "= " + bound);
            conditions.add(
                    "(" + date + ", " + key + ") " + comparison + " (" + bound + ", " + literal(position.key()) + ")");
        } else if (windowBound != null) {
            conditions.add(date + " " + windowComparison + " " + timestamp(format(windowBound)));
        }
    }

    private void addEntityTypes(List<String> conditions) {
        List<EntityType> entityTypes = selection.entityTypes();
        if (!entityTypes.isEmpty()) {
            String ids = entityTypes.stream()
                    .map(type -> Integer.toString(type.id()))
                    .collect(Collectors.joining(", "));
            conditions.add(column(selection.type().entityTypeColumn().orElseThrow()) + " IN (" + ids + ")");
        }
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The column in a form that the reader decodes. */
    private static String selected(Column column) {
        String name = column(column);
        return switch (column.type()) {
            case SMALLINT, INTEGER, BIGINT, BOOLEAN, TIMESTAMPTZ -> name;
            case TEXT, DOUBLE -> name + "::text";
            case JSONB -> name + "::jsonb";
            case TEXT_ARRAY -> "to_jsonb(" + name + ")";
        };
    }

    private static String format(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return DATE.format(utc) + (utc.getYear() > 0 ? "" : " BC");
    }

    private static String timestamp(String date) {
        return "TIMESTAMPTZ " + literal(date);
    }

    private static String column(Column column) {
        return "t." + quoted(column.column());
    }

    static String view(String qualified) {
        return List.of(qualified.split("\\.")).stream()
                .map(SelectionSql::quoted)
                .collect(Collectors.joining("."));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Standard-conforming strings are switched on for each transaction: only the quote means anything in them. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
