package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void every_port_of_a_block_can_be_taken_and_no_client_gets_it_by_chance() throws IOException {
        int first = FreePorts.block(8);
        assertThat(first).isBetween(10_000, 32_000 - 8);
        for (int port = first; port < first + 8; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(socket.getLocalPort()).isEqualTo(port);
            }
        }
    }
}
