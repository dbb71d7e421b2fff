package dev.longshore.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsDocumentTest {
    private static final Path DOCUMENT =
            Contract.module().resolveSibling("docs").resolve("events.md");

    @Test
    void the_document_says_what_the_schemas_say() throws Exception {
        if (Contract.writing()) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, EventsDocument.text());
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/events.md; write it again with `%s`", Contract.WRITE_COMMAND)
                .isEqualTo(EventsDocument.text());
    }
}
