package dev.longshore.testing;

/** A Kafka broker for tests, wherever it runs. */
interface BrokerServer extends AutoCloseable {

    String bootstrapServers();

    @Override
    void close();
}
