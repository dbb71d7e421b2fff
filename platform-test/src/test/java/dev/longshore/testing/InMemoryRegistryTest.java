package dev.longshore.testing;

import dev.longshore.embedded.RegistryServer;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;

class InMemoryRegistryTest extends OwnRegistryContract {
    private static final RegistryServer REGISTRY = RegistryServer.startInMemory(0);

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    @Override
    URI registry() {
        return REGISTRY.uri();
    }
}
