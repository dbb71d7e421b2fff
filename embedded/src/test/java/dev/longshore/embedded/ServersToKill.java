package dev.longshore.embedded;

import dev.longshore.embedded.PostgresServer.Durability;
import java.io.IOException;
import java.nio.file.Path;

/** A process that runs both servers until it is killed: {@code home postgresPort kafkaPort controllerPort}. */
final class ServersToKill {
    static final String PASSWORD = "to-be-killed";
    static final String READY = "READY";

    private ServersToKill() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        try (PostgresServer postgres = PostgresServer.start(postgres(home, Integer.parseInt(arguments[1])));
                KafkaBroker kafka = KafkaBroker.start(
                        kafka(home, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])))) {
            System.out.println(READY + " " + postgres.port() + " " + kafka.port());
            if (System.in.read() >= 0) {
                throw new IllegalStateException("this process is to be killed, not talked to");
            }
        }
    }

    static PostgresServer.Settings postgres(Path home, int port) {
        return new PostgresServer.Settings(home.resolve("postgresql"), port, Durability.DURABLE, PASSWORD);
    }

    static KafkaBroker.Settings kafka(Path home, int port, int controllerPort) {
        return new KafkaBroker.Settings(home.resolve("kafka"), port, controllerPort);
    }
}
