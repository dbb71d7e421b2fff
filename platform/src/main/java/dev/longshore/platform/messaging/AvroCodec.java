package dev.longshore.platform.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.Nullable;

/**
 * Messages in the Confluent wire format: a zero byte, the schema's id in four bytes, the Avro record. A stock
 * deserializer reads what this writes, and this reads what a stock serializer writes. The subject of a topic's values
 * is {@code <topic>-value}. Thread-safe.
 */
public final class AvroCodec {
    private static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    static {
        // Avro 1.12.2 refuses to make instances of classes that nobody vouched for.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("dev.longshore.")));
    }

    private final SchemaRegistry registry;
    private final Map<Class<?>, SpecificData> models = new ConcurrentHashMap<>();

    public AvroCodec(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * @throws RegistryUnavailableException when the registry does not answer and the schema's id is not known yet
     * @throws AvroRuntimeException when the record breaks its schema
     */
    public byte[] encode(String topic, SpecificRecord message) {
        return encode(topic, message, new SpecificDatumWriter<>(message.getSchema(), modelOf(message.getClass())));
    }

    /**
     * The same for a record without a class, whose logical types are written as plain values.
     *
     * @throws RegistryUnavailableException when the registry does not answer and the schema's id is not known yet
     * @throws AvroRuntimeException when the record breaks its schema
     */
    public byte[] encodeGeneric(String topic, GenericRecord message) {
        return encode(topic, message, new GenericDatumWriter<>(message.getSchema()));
    }

    private <T extends IndexedRecord> byte[] encode(String topic, T message, DatumWriter<T> writer) {
        int id = registry.idOf(topic + "-value", message.getSchema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(message, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new AvroRuntimeException("An in-memory stream failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a message as the reader's version of its schema, whichever version wrote it.
     *
     * @param payload null for a message without a value, which no topic of ours has
     * @throws UndecodableMessageException when no retry can make the message readable
     * @throws RegistryUnavailableException when the registry does not answer and the writer's schema is not known yet
     */
    public <T extends SpecificRecord> T decode(byte @Nullable [] payload, Class<T> type) {
        if (payload == null) {
            throw new UndecodableMessageException("The message has no value");
        }
        if (payload.length < HEADER_BYTES || payload[0] != MAGIC) {
            throw new UndecodableMessageException("Not in the Confluent wire format: %d bytes, first byte %s"
                    .formatted(payload.length, payload.length == 0 ? "absent" : String.valueOf(payload[0])));
        }
        Schema writer =
                registry.schemaOf(ByteBuffer.wrap(payload, 1, Integer.BYTES).getInt());
        SpecificData model = modelOf(type);
        Schema reader = model.getSchema(type);
        try {
            return new SpecificDatumReader<T>(writer, reader, model)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(payload, HEADER_BYTES, payload.length - HEADER_BYTES, null));
        } catch (IOException | RuntimeException e) {
            throw new UndecodableMessageException(
                    "Cannot read a %s written as %s".formatted(reader.getFullName(), writer.getFullName()), e);
        }
    }

    private SpecificData modelOf(Class<?> type) {
        return models.computeIfAbsent(type, SpecificData::getForClass);
    }
}
