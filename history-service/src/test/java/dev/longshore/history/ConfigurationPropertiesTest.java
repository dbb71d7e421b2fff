package dev.longshore.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Defaults and full mapping of every properties record of this service. */
class ConfigurationPropertiesTest {
    private static final String ETA = "dev.longshore.history.eta.EtaProperties";
    private static final String STREAM = "dev.longshore.history.stream.StreamProperties";
    private static final String ARTIFACTS = "dev.longshore.history.artifact.ArtifactProperties";
    private static final String WEBHOOKS = "dev.longshore.history.webhook.WebhookProperties";
    private static final String REPLAY = "dev.longshore.history.replay.ReplayProperties";
    private static final String RETENTION = "dev.longshore.history.retention.RetentionProperties";
    private static final String REBUILD = "dev.longshore.history.rebuild.RebuildProperties";
    private static final String STORE = "dev.longshore.history.artifact.StoreProperties";

    @Test
    void the_defaults_are_those_that_the_documentation_names() throws ClassNotFoundException {
        assertThat(bound("longshore.history.eta", ETA, Map.of()))
                .hasToString("EtaProperties[interval=PT0.9S, newsLimit=PT15S, pastRuns=20, lease=PT30S]");
        assertThat(bound("longshore.history.stream", STREAM, Map.of()))
                .hasToString("StreamProperties[pollInterval=PT0.5S, heartbeatInterval=PT15S, refreshInterval=PT5S,"
                        + " longestStream=PT10M, most=2000]");
        assertThat(bound("longshore.history.artifacts", ARTIFACTS, Map.of()))
                .hasToString("ArtifactProperties[removalInterval=PT1M]");
        assertThat(bound("longshore.history.webhooks", WEBHOOKS, Map.of()))
                .hasToString(
                        "WebhookProperties[senders=4, pollInterval=PT1S, timeout=PT15S, lease=PT1M, allowHttp=false,"
                                + " allowedNetworks=[], logRetention=PT2160H]");
        assertThat(bound("longshore.history.replay", REPLAY, Map.of()))
                .hasToString("ReplayProperties[mostEvents=5000]");
        assertThat(bound("longshore.history.retention", RETENTION, Map.of()))
                .hasToString("RetentionProperties[sweepInterval=PT10M, warning=PT72H]");
        assertThat(bound("longshore.history.rebuild", REBUILD, Map.of()))
                .hasToString("RebuildProperties[pollInterval=PT1S, lease=PT30S, batch=500]");
    }

    @Test
    void every_property_is_mapped() throws ClassNotFoundException {
        assertThat(bound(
                        "longshore.history.eta",
                        ETA,
                        Map.of("interval", "2s", "news-limit", "30s", "past-runs", "5", "lease", "1m")))
                .hasToString("EtaProperties[interval=PT2S, newsLimit=PT30S, pastRuns=5, lease=PT1M]");
        assertThat(bound(
                        "longshore.history.stream",
                        STREAM,
                        Map.of(
                                "poll-interval", "100ms",
                                "heartbeat-interval", "1s",
                                "refresh-interval", "2s",
                                "longest-stream", "1m",
                                "most", "10")))
                .hasToString("StreamProperties[pollInterval=PT0.1S, heartbeatInterval=PT1S, refreshInterval=PT2S,"
                        + " longestStream=PT1M, most=10]");
        assertThat(bound("longshore.history.artifacts", ARTIFACTS, Map.of("removal-interval", "5s")))
                .hasToString("ArtifactProperties[removalInterval=PT5S]");
        assertThat(bound(
                        "longshore.history.webhooks",
                        WEBHOOKS,
                        Map.of(
                                "senders", "0",
                                "poll-interval", "5s",
                                "timeout", "3s",
                                "lease", "10s",
                                "allow-http", "true",
                                "allowed-networks", "10.0.0.0/8,fd00::/8",
                                "log-retention", "1d")))
                .hasToString(
                        "WebhookProperties[senders=0, pollInterval=PT5S, timeout=PT3S, lease=PT10S, allowHttp=true,"
                                + " allowedNetworks=[10.0.0.0/8, fd00::/8], logRetention=PT24H]");
        assertThat(bound("longshore.history.replay", REPLAY, Map.of("most-events", "7")))
                .hasToString("ReplayProperties[mostEvents=7]");
        assertThat(bound("longshore.history.retention", RETENTION, Map.of("sweep-interval", "1h", "warning", "1d")))
                .hasToString("RetentionProperties[sweepInterval=PT1H, warning=PT24H]");
        assertThat(bound(
                        "longshore.history.rebuild",
                        REBUILD,
                        Map.of("poll-interval", "2s", "lease", "1m", "batch", "10")))
                .hasToString("RebuildProperties[pollInterval=PT2S, lease=PT1M, batch=10]");
        assertThat(bound("longshore.artifacts", STORE, Map.of("directory", "/srv/artifacts")))
                .hasToString("StoreProperties[directory=/srv/artifacts]");
    }

    /** The records are private to their features; only their text is looked at. */
    private static Object bound(String prefix, String type, Map<String, String> values) throws ClassNotFoundException {
        Map<String, String> prefixed = new TreeMap<>();
        values.forEach((name, value) -> prefixed.put(prefix + "." + name, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate(prefix, Bindable.of(Class.forName(type)));
    }
}
