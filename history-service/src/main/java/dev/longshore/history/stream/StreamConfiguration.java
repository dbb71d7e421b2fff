package dev.longshore.history.stream;

import dev.longshore.history.run.RunService;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {
    @Bean
    ChangeDao changeDao(Jdbi jdbi) {
        return jdbi.onDemand(ChangeDao.class);
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService streamSenders(StreamProperties properties) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("run-stream-");
        threads.setDaemon(true);
        return Executors.newFixedThreadPool(properties.senders(), threads);
    }

    @Bean
    RunStreams runStreams(
            ChangeDao changes,
            RunService runs,
            JsonMapper json,
            StreamProperties properties,
            InstantSource clock,
            ExecutorService streamSenders,
            MeterRegistry meters) {
        RunStreams streams = new RunStreams(changes, runs, json::writeValueAsString, properties, clock, streamSenders);
        Gauge.builder("longshore.history.streams", streams, RunStreams::count)
                .description("Open streams of runs")
                .register(meters);
        return streams;
    }

    @Bean
    PollingLoop runStreamLoop(RunStreams streams, StreamProperties properties, MeterRegistry meters) {
        return new PollingLoop("run-streams", properties.pollInterval(), streams::look, meters);
    }

    @Bean
    StreamLifecycle streamLifecycle(RunStreams streams, ExecutorService streamSenders) {
        return new StreamLifecycle(streams, streamSenders);
    }

    @Bean
    StreamWaker streamWaker(PollingLoop runStreamLoop) {
        return new StreamWaker(runStreamLoop);
    }
}
