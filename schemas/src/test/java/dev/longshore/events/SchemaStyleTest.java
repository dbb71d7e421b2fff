package dev.longshore.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;

class SchemaStyleTest {
    private static final Path AVRO = Contract.module().resolve("src/main/avro");

    @Test
    void everything_says_what_it_means() {
        for (Schema type : namedTypes().values()) {
            assertThat(type.getDoc()).as("doc of %s", type.getFullName()).isNotBlank();
            if (type.getType() == Type.RECORD) {
                for (Field field : type.getFields()) {
                    assertThat(field.doc())
                            .as("doc of %s.%s", type.getFullName(), field.name())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void every_enum_has_a_symbol_for_what_a_reader_does_not_know_yet() {
        for (Schema type : namedTypes().values()) {
            if (type.getType() == Type.ENUM) {
                assertThat(type.getEnumDefault())
                        .as("default of %s", type.getFullName())
                        .isEqualTo("UNKNOWN");
                assertThat(type.getEnumSymbols()).contains("UNKNOWN").doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void what_may_be_absent_is_null_by_default() {
        for (Schema type : namedTypes().values()) {
            if (type.getType() == Type.RECORD) {
                for (Field field : type.getFields()) {
                    String place = type.getFullName() + "." + field.name();
                    if (field.schema().isNullable()) {
                        assertThat(field.schema().getTypes().get(0).getType())
                                .as(place)
                                .isEqualTo(Type.NULL);
                        assertThat(field.hasDefaultValue()).as(place).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void instants_are_in_microseconds_and_named_as_such() {
        for (Schema type : namedTypes().values()) {
            if (type.getType() == Type.RECORD) {
                for (Field field : type.getFields()) {
                    if (field.name().endsWith("At") || field.name().endsWith("Time")) {
                        Schema value = field.schema().isUnion()
                                ? field.schema().getTypes().get(1)
                                : field.schema();
                        assertThat(value.getLogicalType())
                                .as("%s.%s", type.getFullName(), field.name())
                                .isEqualTo(LogicalTypes.timestampMicros());
                    }
                }
            }
        }
    }

    @Test
    void a_file_is_named_after_its_type_and_each_file_beside_shared_is_a_topic() throws IOException {
        assertThat(fileNames(AVRO))
                .containsExactlyInAnyOrderElementsOf(Contract.ALL.stream()
                        .map(contract -> contract.schema().getName())
                        .toList());
        assertThat(fileNames(AVRO.resolve("shared")))
                .allSatisfy(name -> assertThat(namedTypes()).containsKey("dev.longshore.events." + name));
    }

    @Test
    void every_topic_constant_has_a_contract() {
        List<String> topics = Stream.of(Topics.class.getFields())
                .filter(field -> !field.getName().equals("DEAD_LETTER_SUFFIX"))
                .map(SchemaStyleTest::text)
                .toList();
        assertThat(Contract.ALL.stream().map(Contract::topic)).containsExactlyInAnyOrderElementsOf(topics);
    }

    private static String text(java.lang.reflect.Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".avsc"))
                    .map(name -> name.substring(0, name.length() - ".avsc".length()))
                    .toList();
        }
    }

    /** Every record and enum that a topic can carry, by full name. */
    private static Map<String, Schema> namedTypes() {
        Map<String, Schema> found = new LinkedHashMap<>();
        Contract.ALL.forEach(contract -> collect(contract.schema(), found));
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            default -> {
                // a plain value: nothing to describe
            }
        }
    }
}
