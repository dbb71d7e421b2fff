package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.platform.time.Ids;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RecordingOutboxTest {
    private final RecordingOutbox outbox = new RecordingOutbox();

    @Test
    void it_remembers_what_was_appended_in_order() {
        outbox.append(message("1", "words", new Word("one")));
        outbox.append(message("2", "others", new Word("two")));
        outbox.append(message("3", "words", new Word("three")));
        assertThat(outbox.messages()).extracting(OutboxMessage::topic).containsExactly("words", "others", "words");
        assertThat(outbox.messagesTo("words"))
                .extracting(OutboxMessage::id)
                .containsExactly(Ids.nameBased("1"), Ids.nameBased("3"));
        assertThat(outbox.payloads(Word.class)).extracting(Word::text).containsExactly("one", "two", "three");
        outbox.clear();
        assertThat(outbox.messages()).isEmpty();
    }

    @Test
    void a_record_that_breaks_its_schema_is_refused_as_the_real_outbox_does() {
        Word broken = new Word("fine");
        broken.put(0, null);
        assertThatThrownBy(() -> outbox.append(message("1", "words", broken))).isInstanceOf(RuntimeException.class);
        assertThat(outbox.messages()).isEmpty();
    }

    private static OutboxMessage message(String id, String topic, SpecificRecord payload) {
        return OutboxMessage.of(Ids.nameBased(id), topic, "key", payload);
    }
}
