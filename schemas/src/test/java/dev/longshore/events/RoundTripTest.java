package dev.longshore.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.FieldSource;

class RoundTripTest {
    private static final long RECORDS = 300;
    static final List<Contract> CONTRACTS = Contract.ALL;

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void what_is_written_is_read_again(Contract contract) {
        LongStream.rangeClosed(1, RECORDS).forEach(seed -> {
            SpecificRecord written = new RandomRecords(seed).next(contract.schema());
            assertThat(read(write(written), contract.schema(), contract.schema()))
                    .as("%s of seed %d", contract, seed)
                    .isEqualTo(written);
        });
    }

    @ParameterizedTest
    @EnumSource(value = RunEventKind.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
    void each_kind_of_run_event_travels_with_its_one_detail(RunEventKind kind) {
        travelsWithItsOneDetail(RunEvent.getClassSchema(), kind.name(), kind);
    }

    @ParameterizedTest
    @EnumSource(value = RunCommandKind.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
    void each_kind_of_run_command_travels_with_its_one_detail(RunCommandKind kind) {
        travelsWithItsOneDetail(RunCommand.getClassSchema(), kind.name(), kind);
    }

    /** The doc of a detail says which kind it belongs to; this holds the docs to it. */
    private static void travelsWithItsOneDetail(Schema schema, String kind, Object symbol) {
        List<Field> details = details(schema);
        List<Field> own = details.stream()
                .filter(field -> field.doc().equals("Set for " + kind + "."))
                .toList();
        assertThat(own).as("details that say 'Set for %s.'", kind).hasSize(1);
        LongStream.rangeClosed(1, RECORDS).forEach(seed -> {
            RandomRecords random = new RandomRecords(seed);
            SpecificRecord written = random.next(schema);
            details.forEach(field -> written.put(field.pos(), null));
            written.put(
                    own.get(0).pos(), random.next(own.get(0).schema().getTypes().get(1)));
            written.put(schema.getField("kind").pos(), symbol);
            assertThat(read(write(written), schema, schema))
                    .as("%s of seed %d", kind, seed)
                    .isEqualTo(written);
        });
    }

    private static List<Field> details(Schema schema) {
        return schema.getFields().stream()
                .filter(field -> field.schema().isNullable())
                .filter(field -> field.schema().getTypes().get(1).getType() == Schema.Type.RECORD)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void a_reader_of_any_earlier_version_reads_what_is_written_now_and_the_other_way_round(Contract contract)
            throws IOException {
        for (Schema earlier : SchemaHistory.of(contract).versions()) {
            LongStream.rangeClosed(1, RECORDS).forEach(seed -> {
                byte[] now = write(new RandomRecords(seed).next(contract.schema()));
                GenericRecord then = readGeneric(now, contract.schema(), earlier);
                assertThat(read(writeGeneric(then), earlier, contract.schema()))
                        .as("%s of seed %d", contract, seed)
                        .isNotNull();
            });
        }
    }

    private static byte[] write(SpecificRecord message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecord>(message.getSchema(), SpecificData.getForClass(message.getClass()))
                    .write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static SpecificRecord read(byte[] bytes, Schema writer, Schema reader) {
        SpecificData model = SpecificData.getForClass(SpecificData.get().getClass(reader));
        try {
            return new SpecificDatumReader<SpecificRecord>(writer, reader, model)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] writeGeneric(GenericRecord message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(message.getSchema()).write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static GenericRecord readGeneric(byte[] bytes, Schema writer, Schema reader) {
        try {
            return new GenericDatumReader<GenericRecord>(writer, reader)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
