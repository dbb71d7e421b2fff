package dev.longshore.worker.failure;

import dev.longshore.artifact.ArtifactStoreException;
import dev.longshore.artifact.ConflictingObjectException;
import dev.longshore.artifact.NoSuchObjectException;
import dev.longshore.artifact.StoreFullException;
import dev.longshore.worker.catalog.UnknownInCatalogException;
import dev.longshore.worker.segment.CorruptSegmentException;
import dev.longshore.worker.source.SourceFailure;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Finds the kind of a failure, and words for it that are safe to show: only exceptions of our own lend theirs. */
public final class FailureClassifier {
    /** What to tell others of a failed attempt. */
    public Failure classify(Throwable cause) {
        if (cause instanceof TaskFailedException known) {
            return known.failure();
        }
        if (cause instanceof SourceFailure source) {
            return new Failure(kindOf(source.kind()), message(source));
        }
        if (cause instanceof ArtifactStoreException store) {
            return new Failure(kindOf(store), message(store));
        }
        if (cause instanceof CorruptSegmentException corrupt) {
            return new Failure(FailureKind.STORE_CONTENT_CHANGED, message(corrupt));
        }
        if (cause instanceof UnknownInCatalogException unknown) {
            return new Failure(FailureKind.UNSUPPORTED, message(unknown));
        }
        if (cause instanceof CallNotPermittedException) {
            return new Failure(
                    FailureKind.SOURCE_UNAVAILABLE,
                    "Too many calls failed lately, so no further ones are made for now");
        }
        if (cause instanceof BulkheadFullException) {
            return new Failure(FailureKind.SOURCE_UNAVAILABLE, "The operator's limit of concurrent reads is reached");
        }
        if (cause instanceof JdbiException
                || cause instanceof DataAccessException
                || cause instanceof TransactionException
                || cause instanceof SQLException) {
            return new Failure(FailureKind.CONTROL_UNAVAILABLE, "The workers' database failed; see the worker's log");
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException) {
            return new Failure(FailureKind.STORE_UNAVAILABLE, "Reading from the artifact store broke off");
        }
        if (cause instanceof VirtualMachineError) {
            return new Failure(FailureKind.WORKER_EXHAUSTED, "The worker ran out of memory or stack");
        }
        return new Failure(
                FailureKind.DEFECT,
                "An unexpected %s; see the worker's log"
                        .formatted(cause.getClass().getSimpleName()));
    }

    private static FailureKind kindOf(SourceFailure.Kind kind) {
        return switch (kind) {
            case SOURCE_UNAVAILABLE -> FailureKind.SOURCE_UNAVAILABLE;
            case SOURCE_TIMEOUT -> FailureKind.SOURCE_TIMEOUT;
            case SOURCE_REJECTED_REQUEST -> FailureKind.SOURCE_REJECTED_REQUEST;
            case SOURCE_DAMAGED -> FailureKind.SOURCE_DAMAGED;
        };
    }

    private static FailureKind kindOf(ArtifactStoreException failure) {
        if (failure instanceof StoreFullException) {
            return FailureKind.STORE_FULL;
        }
        if (failure instanceof ConflictingObjectException || failure instanceof NoSuchObjectException) {
            return FailureKind.STORE_CONTENT_CHANGED;
        }
        return FailureKind.STORE_UNAVAILABLE;
    }

    private static String message(RuntimeException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
