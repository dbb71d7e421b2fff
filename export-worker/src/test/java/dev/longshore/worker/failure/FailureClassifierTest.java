package dev.longshore.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.artifact.LocalDirectoryStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureClassifierTest {
    private final FailureClassifier classifier = new FailureClassifier();

    @Test
    void a_known_failure_keeps_its_kind_and_words() {
        Failure failure = classifier.classify(new TaskFailedException(FailureKind.WINDOW_STILL_OPEN, "still writing"));

        assertThat(failure).isEqualTo(new Failure(FailureKind.WINDOW_STILL_OPEN, "still writing"));
    }

    @Test
    void failures_of_our_own_database_can_be_retried_and_do_not_quote_the_driver() {
        for (Throwable cause : new Throwable[] {
            new SQLException("password=secret"),
            new DataAccessResourceFailureException("password=secret"),
            new CannotCreateTransactionException("password=secret")
        }) {
            Failure failure = classifier.classify(cause);
            assertThat(failure.kind()).isEqualTo(FailureKind.CONTROL_UNAVAILABLE);
            assertThat(failure.isRetryable()).isTrue();
            assertThat(failure.message()).doesNotContain("secret");
        }
    }

    @Test
    void an_unexpected_exception_is_a_defect_and_its_words_stay_in_the_log() {
        Failure failure = classifier.classify(new IllegalStateException("row of Mrs Miller"));

        assertThat(failure.kind()).isEqualTo(FailureKind.DEFECT);
        assertThat(failure.isRetryable()).isFalse();
        assertThat(failure.message()).contains("IllegalStateException").doesNotContain("Miller");
    }

    @Test
    void broken_reading_and_lack_of_memory_can_be_retried() {
        assertThat(classifier.classify(new IOException("x")).kind()).isEqualTo(FailureKind.STORE_UNAVAILABLE);
        assertThat(classifier
                        .classify(new UncheckedIOException(new IOException("x")))
                        .kind())
                .isEqualTo(FailureKind.STORE_UNAVAILABLE);
        assertThat(classifier.classify(new OutOfMemoryError()).kind()).isEqualTo(FailureKind.WORKER_EXHAUSTED);
    }

    @Test
    void a_missing_segment_is_no_outage(@TempDir Path directory) {
        LocalDirectoryStore store = new LocalDirectoryStore(directory);

        Failure failure = classifier.classify(thrownBy(() -> store.staged(new StagedName("run", "gone"))));

        assertThat(failure.kind()).isEqualTo(FailureKind.STORE_CONTENT_CHANGED);
    }

    @Test
    void what_the_catalog_does_not_have_is_unsupported_and_named() {
        Failure failure = classifier.classify(thrownBy(() -> Catalog.load().require("IWD", "EVENT")));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(failure.message()).contains("EVENT");
    }

    private static Throwable thrownBy(ThrowingCallable call) {
        return ThrowableAssert.catchThrowable(call);
    }
}
