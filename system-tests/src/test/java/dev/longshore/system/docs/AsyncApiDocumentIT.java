package dev.longshore.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.Topics;
import dev.longshore.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/asyncapi.json is valid by the schema that the AsyncAPI initiative publishes; module schemas keeps it current. */
class AsyncApiDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.json").toAbsolutePath();

    @Test
    void the_document_is_valid_asyncapi_3() {
        assertThat(Program.node("validate-asyncapi.mjs", DOCUMENT.toString()).strip())
                .as("messages described")
                .isEqualTo(String.valueOf(topics()));
    }

    @Test
    void the_validator_would_notice(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("asyncapi.json");
        Files.writeString(broken, Files.readString(DOCUMENT).replace("\"action\" : \"send\"", "\"action\" : \"emit\""));
        assertThat(Program.tryNode("validate-asyncapi.mjs", broken.toString()).errors())
                .contains("/operations/sendExportCompleted/action must be equal to one of the allowed values");
    }

    /** One constant is not a topic but the suffix of dead letters. */
    private static long topics() {
        return Arrays.stream(Topics.class.getFields()).count() - 1;
    }
}
