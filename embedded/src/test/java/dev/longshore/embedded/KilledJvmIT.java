package dev.longshore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the JVM is killed (kill -9), and how the next start takes it over. */
class KilledJvmIT {
    private static final TopicPartition WORDS = new TopicPartition("words", 0);

    @TempDir
    Path home;

    @Test
    void the_next_start_adopts_the_database_server_and_finds_every_message() throws Exception {
        int postgresPort = LoopbackPort.orAnyFree(0);
        int kafkaPort = LoopbackPort.orAnyFree(0);
        int controllerPort = LoopbackPort.orAnyFree(0);
        Process process = startProcess(postgresPort, kafkaPort, controllerPort);
        try {
            store(postgresPort);
            send(kafkaPort);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        try (PostgresServer postgres = PostgresServer.start(ServersToKill.postgres(home, postgresPort))) {
            assertThat(read(postgres)).isEqualTo("stored");
        }
        assertThatThrownBy(() -> connect(postgresPort))
                .as("the adopted server ends with its new owner")
                .isInstanceOf(SQLException.class);
        try (KafkaBroker kafka = KafkaBroker.start(ServersToKill.kafka(home, kafkaPort, controllerPort))) {
            assertThat(receive(kafka)).isEqualTo("sent");
        }
    }

    @Test
    void another_port_than_the_survivors_is_refused_in_words() throws Exception {
        int postgresPort = LoopbackPort.orAnyFree(0);
        Process process = startProcess(postgresPort, LoopbackPort.orAnyFree(0), LoopbackPort.orAnyFree(0));
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try {
            int otherPort = LoopbackPort.orAnyFree(0);
            assertThatThrownBy(() -> PostgresServer.start(ServersToKill.postgres(home, otherPort)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("still runs")
                    .hasMessageContaining(Integer.toString(postgresPort));
        } finally {
            PostgresServer.start(ServersToKill.postgres(home, postgresPort)).close();
        }
    }

    private Process startProcess(int postgresPort, int kafkaPort, int controllerPort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersToKill.class.getName(),
                        home.toString(),
                        Integer.toString(postgresPort),
                        Integer.toString(kafkaPort),
                        Integer.toString(controllerPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(ServersToKill.READY)) {
            line = output.readLine();
        }
        assertThat(line).as("what the process says when its servers are up").isNotNull();
        return process;
    }

    private static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", ServersToKill.PASSWORD);
    }

    private static void store(int port) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'stored' AS word");
        }
    }

    private static String read(PostgresServer server) throws SQLException {
        try (Connection connection = server.dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM kept")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void send(int port) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (Admin admin = Admin.create(settings);
                Producer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(WORDS.topic(), 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(WORDS.topic(), "sent")).get();
        }
    }

    private static String receive(KafkaBroker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(WORDS));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
