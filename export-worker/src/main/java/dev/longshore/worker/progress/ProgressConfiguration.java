package dev.longshore.worker.progress;

import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Bean
    ProgressBoard progressBoard() {
        return new ProgressBoard();
    }

    @Bean
    PollingLoop progressLoop(
            ProgressBoard board,
            KafkaTemplate<String, byte[]> kafka,
            AvroCodec codec,
            InstantSource clock,
            MeterRegistry meters) {
        ProgressPublisher publisher = new ProgressPublisher(
                board,
                (key, message) -> kafka.send(Topics.PROGRESS, key, codec.encode(Topics.PROGRESS, message))
                        .exceptionally(e -> {
                            meters.counter("longshore.worker.progress.lost").increment();
                            return null;
                        }),
                clock);
        return new PollingLoop("progress", INTERVAL, publisher::tell, meters);
    }
}
