package dev.longshore.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longshore.platform.jdbi.DatabaseOutage;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What becomes of a message whose listener failed. While the database or the registry is away, the message is tried
 * again for as long as it takes: no other message would fare better. A message that cannot be read goes to the dead
 * letters at once, one that fails for another reason after a few tries, so that it blocks nobody.
 */
final class ListenerFailures {
    private static final Logger log = LoggerFactory.getLogger(ListenerFailures.class);
    private static final int TRIES_OF_A_DEFECT = 3;

    private ListenerFailures() {}

    static DefaultErrorHandler errorHandler(KafkaTemplate<String, byte[]> template, MeterRegistry meters) {
        DeadLetterPublishingRecoverer letters = new DeadLetterPublishingRecoverer(
                template,
                (message, failure) -> new TopicPartition(message.topic() + TopicDeclarations.DEAD_LETTER_SUFFIX, 0));
        letters.setExceptionHeadersCreator((headers, failure, isKey, names) -> {
            Throwable cause = rootOf(failure);
            headers.add("dead-letter-cause", cause.getClass().getName().getBytes(UTF_8));
            headers.add(
                    "dead-letter-message", String.valueOf(cause.getMessage()).getBytes(UTF_8));
        });
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (message, failure) -> {
                    letters.accept(message, failure);
                    meters.counter("longshore.dead.letters", "topic", message.topic())
                            .increment();
                    log.error(
                            "Message sent to the dead letters: topic={} partition={} offset={} cause={}",
                            message.topic(),
                            message.partition(),
                            message.offset(),
                            rootOf(failure).toString());
                },
                new FixedBackOff(0, 0));
        handler.setBackOffFunction((message, failure) -> backOffFor(failure));
        handler.setSeekAfterError(true);
        return handler;
    }

    private static BackOff backOffFor(Exception failure) {
        if (anyCause(failure, UndecodableMessageException.class::isInstance)) {
            return new FixedBackOff(0, 0);
        }
        if (anyCause(failure, RegistryUnavailableException.class::isInstance) || DatabaseOutage.isCauseOf(failure)) {
            ExponentialBackOff untilItIsBack = new ExponentialBackOff(200, 2);
            untilItIsBack.setMaxInterval(5_000);
            return untilItIsBack;
        }
        ExponentialBackOffWithMaxRetries few = new ExponentialBackOffWithMaxRetries(TRIES_OF_A_DEFECT - 1);
        few.setInitialInterval(100);
        return few;
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }
}
