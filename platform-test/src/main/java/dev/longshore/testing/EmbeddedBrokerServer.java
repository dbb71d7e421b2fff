package dev.longshore.testing;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.KafkaBroker.Settings;

/** Kafka in this JVM. */
record EmbeddedBrokerServer(KafkaBroker broker, ThrowawayFolder folder) implements BrokerServer {
    static BrokerServer start() {
        ThrowawayFolder folder = ThrowawayFolder.create("kafka");
        return new EmbeddedBrokerServer(KafkaBroker.start(new Settings(folder.path(), 0, 0)), folder);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
        folder.delete();
    }
}
