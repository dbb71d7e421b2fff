package dev.longshore.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/** Makes records of any schema out of a seed: every branch, extreme numbers, texts of many scripts. */
final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "0193a1c2-0000-7000-8000-000000000001",
            "Größe",
            "東京",
            "שלום",
            "🚢⚓",
            "line\nbreak\t\"quote\"",
            "x".repeat(5_000));

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    static {
        // Avro 1.12.2 refuses to make instances of classes that nobody vouched for.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("dev.longshore.events.")));
    }

    SpecificRecord next(Schema schema) {
        SpecificRecord made = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Field field : schema.getFields()) {
            made.put(field.pos(), value(field.schema()));
        }
        return made;
    }

    private Object value(Schema schema) {
        if (schema.getLogicalType() != null) {
            return instant();
        }
        return switch (schema.getType()) {
            case RECORD -> next(schema);
            case ENUM -> SpecificData.get().createEnum(pick(schema.getEnumSymbols()), schema);
            case UNION -> value(pick(schema.getTypes()));
            case ARRAY ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(schema.getElementType()))
                        .toList();
            case STRING -> pick(TEXTS);
            case INT -> pick(List.of(0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt()));
            case LONG -> pick(List.of(0L, 1L, Long.MAX_VALUE, Long.MIN_VALUE, random.nextLong()));
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
            default -> throw new IllegalArgumentException("teach this class about " + schema.getType());
        };
    }

    /** From the year 1000 to 3000, in whole microseconds. */
    private Instant instant() {
        long second = random.nextLong(-30_610_224_000L, 32_503_680_000L);
        return Instant.ofEpochSecond(second, random.nextInt(1_000_000_000)).truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
