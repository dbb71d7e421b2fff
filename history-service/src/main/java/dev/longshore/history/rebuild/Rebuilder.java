package dev.longshore.history.rebuild;

import dev.longshore.history.rebuild.RebuildDao.Claim;
import dev.longshore.history.rebuild.RebuildDao.Extent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the rebuild under way on, if no other instance has it, and goes on with it step by step from where it is stored
 * to be. Used by one thread at a time.
 */
class Rebuilder {
    private static final Logger log = LoggerFactory.getLogger(Rebuilder.class);

    private final RebuildService rebuilds;
    private final RunEventSource topic;

    private @Nullable Claim held;
    private boolean verified;

    Rebuilder(RebuildService rebuilds, RunEventSource topic) {
        this.rebuilds = rebuilds;
        this.topic = topic;
    }

    /** Takes one step. @return whether there is more to do at once */
    boolean step() {
        Claim claim = held;
        if (claim == null) {
            claim = rebuilds.claim().orElse(null);
            if (claim == null) {
                topic.close();
                return false;
            }
            log.info("Rebuild of the read model taken on: {}", claim);
            held = claim;
            verified = false;
            if (!rebuilds.isShapedAlike()) {
                return keepUnlessLost(rebuilds.beginAnew(claim));
            }
        }
        List<Position> positions = rebuilds.positions(claim);
        if (positions.isEmpty()) {
            return keepUnlessLost(note(claim));
        }
        Optional<Position> open = positions.stream().filter(Position::isOpen).findFirst();
        if (open.isPresent()) {
            Batch batch = topic.read(open.get());
            return batch.nextOffset() > open.get().nextOffset() && keepUnlessLost(replay(claim, batch));
        }
        return finish(claim);
    }

    /** Hands the rebuild back, so that another instance goes on with it at once. */
    void close() {
        topic.close();
        Claim claim = held;
        held = null;
        if (claim != null) {
            rebuilds.release(claim);
        }
    }

    private StepOutcome note(Claim claim) {
        List<Extent> extents = topic.extent();
        if (extents.isEmpty()) {
            return rebuilds.fail(claim, "There is no topic to rebuild from.");
        }
        Optional<Extent> cut =
                extents.stream().filter(extent -> extent.beginOffset() > 0).findFirst();
        if (cut.isPresent()) {
            return rebuilds.fail(
                    claim,
                    "The topic does not hold its first events any more: partition %d begins at %d. A rebuild would forget runs."
                            .formatted(cut.get().partition(), cut.get().beginOffset()));
        }
        return rebuilds.note(claim, extents);
    }

    private StepOutcome replay(Claim claim, Batch batch) {
        try {
            return rebuilds.replay(claim, batch);
        } catch (RuntimeException e) {
            if (Obstacle.of(e) != Obstacle.UNREADABLE_MESSAGE) {
                throw e;
            }
            if (batch.messages().size() == 1) {
                log.warn("A message cannot be read and is passed over: {} offset={}", claim, batch.nextOffset() - 1, e);
                return rebuilds.passOver(claim, batch);
            }
        }
        for (Batch single : batch.singly()) {
            if (replay(claim, single) == StepOutcome.LOST) {
                return StepOutcome.LOST;
            }
        }
        return StepOutcome.DONE;
    }

    private boolean finish(Claim claim) {
        if (!verified) {
            if (!rebuilds.isShapedAlike()) {
                return keepUnlessLost(rebuilds.beginAnew(claim));
            }
            StepOutcome adoption = rebuilds.adopt(claim);
            if (adoption != StepOutcome.DONE) {
                return keepUnlessLost(adoption);
            }
            long missing = rebuilds.countMissingRuns();
            if (missing > 0) {
                return keepUnlessLost(rebuilds.fail(
                        claim,
                        "The topic lacks the events of %d runs that the read model knows. A rebuild would forget them."
                                .formatted(missing)));
            }
            verified = true;
        }
        try {
            rebuilds.replace(claim);
            held = null;
            return false;
        } catch (RuntimeException e) {
            if (Obstacle.of(e) != Obstacle.READERS) {
                throw e;
            }
            log.info("The read model is being read; it is replaced in the next pause: {}", claim);
            return false;
        }
    }

    private boolean keepUnlessLost(StepOutcome outcome) {
        if (outcome == StepOutcome.LOST) {
            held = null;
        }
        return true;
    }
}
