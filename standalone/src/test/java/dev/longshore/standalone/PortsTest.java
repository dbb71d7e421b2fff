package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void every_part_has_a_port_of_its_own() {
        var ports = new Ports(9000, 9000);
        assertThat(IntStream.of(
                        ports.console(),
                        ports.scheduler(),
                        ports.worker(),
                        ports.history(),
                        ports.postgres(),
                        ports.kafka(),
                        ports.kafkaController(),
                        ports.registry()))
                .containsExactlyInAnyOrder(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
    }

    @Test
    void database_and_broker_stay_on_the_ports_of_the_first_start() {
        var moved = new Ports(9500, 9000);
        assertThat(moved.history()).isEqualTo(9503);
        assertThat(moved.postgres()).isEqualTo(9004);
        assertThat(moved.kafka()).isEqualTo(9005);
        assertThat(moved.kafkaController()).isEqualTo(9006);
    }

    @Test
    void a_port_in_use_is_named_with_its_purpose_and_the_remedy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> new Ports(port, port).requireFree())
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("port " + port + ", which the console needs, is in use")
                    .hasMessageContaining("--port");
        }
    }
}
