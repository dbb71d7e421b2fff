package dev.longshore.history.rebuild;

import java.util.List;

/**
 * Messages of one partition, in their order.
 *
 * @param nextOffset offset of what follows them
 */
record Batch(int partition, List<Message> messages, long nextOffset) {
    Batch {
        messages = List.copyOf(messages);
    }

    /** One message. */
    record Message(long offset, byte[] value) {}

    List<byte[]> values() {
        return messages.stream().map(Message::value).toList();
    }

    /** Each message by itself; the last one takes along what follows it. */
    List<Batch> singly() {
        return messages.stream()
                .map(message -> new Batch(partition, List.of(message), message.offset() + 1))
                .toList();
    }
}
