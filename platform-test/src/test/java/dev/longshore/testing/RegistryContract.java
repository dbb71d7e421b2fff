package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import dev.longshore.platform.messaging.UndecodableMessageException;
import dev.longshore.testing.RegistryClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every registry must do for Longshore and for stock clients: ours, and those that stand in its place elsewhere. */
abstract class RegistryContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private String subject = "";
    private String topic = "";
    private RegistryClient client = new RegistryClient(URI.create("http://127.0.0.1"));

    abstract URI registry();

    @BeforeEach
    void use_a_new_subject() {
        topic = "words-" + NUMBER.incrementAndGet();
        subject = topic + "-value";
        client = new RegistryClient(registry());
    }

    @Test
    void a_schema_registered_again_keeps_its_id() {
        int id = client.register(subject, Word.SCHEMA$);
        assertThat(client.register(subject, Word.SCHEMA$)).isEqualTo(id);
        assertThat(client.get("/subjects/" + subject + "/versions").numbers()).containsExactly(1);
    }

    @Test
    void equal_schemas_of_two_subjects_share_their_id() {
        int id = client.register(subject, Word.SCHEMA$);
        assertThat(client.register("other-" + subject, Word.SCHEMA$)).isEqualTo(id);
    }

    @Test
    void a_schema_is_found_by_its_id() {
        int id = client.register(subject, Word.SCHEMA$);
        assertThat(client.get("/schemas/ids/" + id).schema()).isEqualTo(Word.SCHEMA$);
    }

    @Test
    void versions_are_numbered_from_one_and_the_latest_has_a_name() {
        int first = client.register(subject, Word.SCHEMA$);
        int second = client.register(subject, Word.NEXT_VERSION);
        assertThat(second).isNotEqualTo(first);
        assertThat(client.get("/subjects/" + subject + "/versions").numbers()).containsExactly(1, 2);
        assertThat(client.get("/subjects/" + subject + "/versions/1").number("id"))
                .isEqualTo(first);
        Answer latest = client.get("/subjects/" + subject + "/versions/latest");
        assertThat(latest.number("id")).isEqualTo(second);
        assertThat(latest.number("version")).isEqualTo(2);
        assertThat(latest.text("subject")).isEqualTo(subject);
        assertThat(latest.schema()).isEqualTo(Word.NEXT_VERSION);
    }

    @Test
    void subjects_are_listed() {
        client.register(subject, Word.SCHEMA$);
        assertThat(client.get("/subjects").texts()).contains(subject);
    }

    @Test
    void a_schema_is_looked_up_within_its_subject() {
        int id = client.register(subject, Word.SCHEMA$);
        Answer found = client.postSchema("/subjects/" + subject, Word.SCHEMA$);
        assertThat(found.number("id")).isEqualTo(id);
        assertThat(found.number("version")).isEqualTo(1);
        assertThat(found.schema()).isEqualTo(Word.SCHEMA$);
    }

    @Test
    void what_is_not_there_is_said_with_the_code_that_clients_know() {
        client.register(subject, Word.SCHEMA$);
        client.get("/schemas/ids/987654").isRefusedWith(404, 40403);
        client.get("/subjects/nothing-here/versions").isRefusedWith(404, 40401);
        client.get("/subjects/" + subject + "/versions/77").isRefusedWith(404, 40402);
        client.postSchema("/subjects/nothing-here", Word.SCHEMA$).isRefusedWith(404, 40401);
        client.postSchema("/subjects/" + subject, Word.INCOMPATIBLE).isRefusedWith(404, 40403);
    }

    @Test
    void an_incompatible_schema_is_refused_and_leaves_no_trace() {
        client.register(subject, Word.SCHEMA$);
        client.setLevel(subject, "FULL_TRANSITIVE");
        client.postSchema("/subjects/" + subject + "/versions", Word.INCOMPATIBLE)
                .isRefusedWith(409, 409);
        assertThat(client.get("/subjects/" + subject + "/versions").numbers()).containsExactly(1);
        client.register(subject, Word.NEXT_VERSION);
    }

    @Test
    void compatibility_is_told_before_anything_is_registered() {
        client.register(subject, Word.SCHEMA$);
        client.setLevel(subject, "FULL_TRANSITIVE");
        String path = "/compatibility/subjects/" + subject + "/versions/latest";
        assertThat(client.postSchema(path, Word.NEXT_VERSION).truth("is_compatible"))
                .isTrue();
        assertThat(client.postSchema(path, Word.INCOMPATIBLE).truth("is_compatible"))
                .isFalse();
        assertThat(client.get("/subjects/" + subject + "/versions").numbers()).containsExactly(1);
    }

    @Test
    void the_level_of_a_subject_is_kept() {
        client.register(subject, Word.SCHEMA$);
        client.setLevel(subject, "BACKWARD");
        assertThat(client.get("/config/" + subject).text("compatibilityLevel")).isEqualTo("BACKWARD");
    }

    @Test
    void what_is_no_schema_is_refused() {
        client.post("/subjects/" + subject + "/versions", "{\"schema\": \"{\\\"type\\\": \\\"nonsense\\\"}\"}")
                .isRefusedWith(422, 42201);
    }

    @Test
    void a_message_of_the_codec_is_read_by_another_process_of_ours() {
        byte[] message = new AvroCodec(newClient(Registration.AUTOMATIC)).encode(topic, new Word("ahoy"));
        Word read = new AvroCodec(newClient(Registration.LOOK_UP_ONLY)).decode(message, Word.class);
        assertThat(read.text()).isEqualTo("ahoy");
    }

    @Test
    void a_message_of_a_later_version_is_read_as_the_version_at_hand() throws Exception {
        client.register(subject, Word.SCHEMA$);
        int id = client.register(subject, Word.NEXT_VERSION);
        byte[] message = asStockClientsWrite(id, Word.NEXT_VERSION);
        assertThat(new AvroCodec(newClient(Registration.AUTOMATIC))
                        .decode(message, Word.class)
                        .text())
                .isEqualTo("later");
    }

    @Test
    void a_client_that_may_only_look_up_registers_nothing() {
        HttpSchemaRegistry lookUpOnly = newClient(Registration.LOOK_UP_ONLY);
        assertThatThrownBy(() -> lookUpOnly.idOf(subject, Word.SCHEMA$)).isInstanceOf(IllegalStateException.class);
        client.get("/subjects/" + subject + "/versions").isRefusedWith(404, 40401);
        int id = client.register(subject, Word.SCHEMA$);
        assertThat(lookUpOnly.idOf(subject, Word.SCHEMA$)).isEqualTo(id);
    }

    @Test
    void a_refused_schema_and_an_unknown_id_are_told_apart_from_an_outage() {
        client.register(subject, Word.SCHEMA$);
        client.setLevel(subject, "FULL_TRANSITIVE");
        HttpSchemaRegistry registry = newClient(Registration.AUTOMATIC);
        assertThatThrownBy(() -> registry.idOf(subject, Word.INCOMPATIBLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(subject);
        assertThatThrownBy(() -> registry.schemaOf(987_654)).isInstanceOf(UndecodableMessageException.class);
    }

    private HttpSchemaRegistry newClient(Registration registration) {
        return new HttpSchemaRegistry(registry(), registration, PATIENCE);
    }

    private static byte[] asStockClientsWrite(int id, Schema schema) throws IOException {
        GenericRecord word = new GenericData.Record(schema);
        word.put("text", "later");
        word.put("length", 5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(word, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
