package dev.longshore.worker.resilience;

import dev.longshore.worker.failure.FailureClassifier;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.decorators.Decorators;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * Guards the calls to one port: retry outermost, so that every try passes the circuit breaker and the bulkhead. Only
 * failures that another try can mend are retried or counted against the port.
 */
final class CallGuard {
    private static final int CALLS_CONSIDERED = 20;
    private static final int CALLS_BEFORE_JUDGING = 10;
    private static final int PAUSE_FACTOR = 2;

    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    CallGuard(String port, ResilienceProperties properties, FailureClassifier classifier, MeterRegistry meters) {
        RetryRegistry retries = RetryRegistry.of(RetryConfig.custom()
                .maxAttempts(properties.tries())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(properties.firstPause(), PAUSE_FACTOR))
                .retryOnException(e -> CallGuard.mayPass(classifier, e))
                .build());
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_CONSIDERED)
                .minimumNumberOfCalls(CALLS_BEFORE_JUDGING)
                .waitDurationInOpenState(properties.openFor())
                .recordException(e -> CallGuard.mayPass(classifier, e))
                .build());
        BulkheadRegistry bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(properties.maxConcurrentReads())
                .maxWaitDuration(properties.longestQueue())
                .build());
        this.retry = retries.retry(port);
        this.breaker = breakers.circuitBreaker(port);
        this.bulkhead = bulkheads.bulkhead(port);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /** A short call that may be repeated as it is. */
    <T> T repeatable(Supplier<T> call) {
        return Decorators.ofSupplier(call)
                .withCircuitBreaker(breaker)
                .withRetry(retry)
                .get();
    }

    /** A short call that may be repeated as it is and answers nothing. */
    void repeatable(Runnable call) {
        Decorators.ofRunnable(call)
                .withCircuitBreaker(breaker)
                .withRetry(retry)
                .decorate()
                .run();
    }

    /** A call whose effects on the way cannot be taken back: tried once, and one of a limited number at a time. */
    <T> T once(Supplier<T> call) {
        return Decorators.ofSupplier(call)
                .withBulkhead(bulkhead)
                .withCircuitBreaker(breaker)
                .get();
    }

    private static boolean mayPass(FailureClassifier classifier, Throwable failure) {
        return classifier.classify(failure).isRetryable();
    }

    /** Whether calls are refused for now. */
    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }
}
