package dev.longshore.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Broker settings of a single small node, with the reason of each group. */
final class KafkaNode {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** One node, so one copy of Kafka's own topics; four partitions instead of 50 start quicker and take less disk. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "4");

    /** After a kill the node waits for the end of its own former session; the cleaner would take 128 MiB of heap. */
    private static final Map<String, String> SMALL_AND_QUICK_TO_RETURN = Map.of(
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "500",
            "log.cleaner.dedupe.buffer.size", "10485760",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "group.coordinator.threads", "1",
            "auto.create.topics.enable", "false");

    /** A year: an installation that was switched off over the holidays must not forget where its consumers were. */
    private static final Map<String, String> LONG_MEMORY = Map.of("offsets.retention.minutes", "527040");

    /** A consumer learns what to read at its next heartbeat: 5 s apart by default, and 1 s between assignments. */
    private static final Map<String, String> QUICK_GROUPS = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000",
            "group.consumer.min.heartbeat.interval.ms", "100",
            "group.consumer.heartbeat.interval.ms", "250",
            "group.consumer.min.session.timeout.ms", "1000",
            "group.consumer.assignment.interval.ms", "0",
            "group.share.min.heartbeat.interval.ms", "100",
            "group.share.heartbeat.interval.ms", "250",
            "group.share.assignment.interval.ms", "0");

    /** Bounds of what a share group may ask for; a group that holds messages while it works may want up to half an hour. */
    private static final Map<String, String> SHARE_GROUP_BOUNDS = Map.of(
            "group.share.min.record.lock.duration.ms", "1000",
            "group.share.max.record.lock.duration.ms", "1800000",
            "group.share.min.session.timeout.ms", "5000",
            "group.share.session.timeout.ms", "10000",
            "group.share.initialize.retry.interval.ms", "1000");

    private KafkaNode() {}

    static Properties settings(Path data, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE_ID));
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
        properties.setProperty("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        properties.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
        properties.setProperty("log.dirs", data.toString());
        properties.putAll(ONE_NODE);
        properties.putAll(SMALL_AND_QUICK_TO_RETURN);
        properties.putAll(LONG_MEMORY);
        properties.putAll(QUICK_GROUPS);
        properties.putAll(SHARE_GROUP_BOUNDS);
        return properties;
    }
}
