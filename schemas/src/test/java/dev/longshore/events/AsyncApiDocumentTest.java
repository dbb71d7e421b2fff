package dev.longshore.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That the document is what the schemas say; that it is valid AsyncAPI is for system-tests, which has the validator. */
class AsyncApiDocumentTest {
    private static final Path DOCUMENT =
            Contract.module().resolveSibling("docs").resolve("asyncapi.json");

    @Test
    void the_document_says_what_the_schemas_say() throws Exception {
        if (Contract.writing()) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, AsyncApiDocument.text());
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/asyncapi.json; write it again with `%s`", Contract.WRITE_COMMAND)
                .isEqualTo(AsyncApiDocument.text());
    }
}
