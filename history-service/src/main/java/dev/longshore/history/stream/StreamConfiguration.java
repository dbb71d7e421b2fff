package dev.longshore.history.stream;

import dev.longshore.history.run.RunService;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {
    @Bean
    ChangeDao changeDao(Jdbi jdbi) {
        return jdbi.onDemand(ChangeDao.class);
    }

    @Bean
    RunStreams runStreams(
            ChangeDao changes,
            RunService runs,
            JsonMapper json,
            StreamProperties properties,
            InstantSource clock,
            MeterRegistry meters) {
        RunStreams streams = new RunStreams(changes, runs, json::writeValueAsBytes, properties, clock);
        Gauge.builder("longshore.history.streams", streams, RunStreams::count)
                .description("Open streams of runs")
                .register(meters);
        Gauge.builder("longshore.history.streams.behind", streams, RunStreams::countBehind)
                .description("Open streams of runs whose readers have not taken all that there is for them")
                .register(meters);
        return streams;
    }

    @Bean
    PollingLoop runStreamLoop(RunStreams streams, StreamProperties properties, MeterRegistry meters) {
        return new PollingLoop("run-streams", properties.pollInterval(), streams::look, meters);
    }

    @Bean
    StreamLifecycle streamLifecycle(RunStreams streams) {
        return new StreamLifecycle(streams);
    }

    @Bean
    StreamWaker streamWaker(PollingLoop runStreamLoop) {
        return new StreamWaker(runStreamLoop);
    }
}
