package dev.longshore.history.rebuild;

import dev.longshore.history.ingest.ShadowProjector;
import dev.longshore.history.rebuild.RebuildDao.Claim;
import dev.longshore.history.rebuild.RebuildDao.Extent;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The steps of a rebuild, each one transaction. Whatever dies between two of them, the next one goes on from here. */
class RebuildService {
    private static final Logger log = LoggerFactory.getLogger(RebuildService.class);
    private static final String SUBJECT = "REBUILD";
    private static final String LONGEST_WAIT_FOR_PROJECTIONS = "5s";
    /** Well below the server's deadlock_timeout: a reader that is in the way is waited for, and never ended. */
    private static final String LONGEST_WAIT_FOR_READERS = "200ms";

    private static final int ADOPTED_AT_ONCE = 500;

    private final RebuildDao rebuilds;
    private final ShadowTablesDao tables;
    private final ShadowProjector shadow;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration lease;

    RebuildService(
            RebuildDao rebuilds,
            ShadowTablesDao tables,
            ShadowProjector shadow,
            AuditTrail audit,
            InstantSource clock,
            RebuildProperties properties) {
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.shadow = shadow;
        this.audit = audit;
        this.clock = clock;
        this.lease = properties.lease();
    }

    /**
     * Begins a rebuild: from the commit on, every projection writes into the shadow as well.
     *
     * @throws ConflictException when one is under way
     */
    @Transactional
    public RebuildView begin(String user) {
        tables.limitWaiting(LONGEST_WAIT_FOR_PROJECTIONS);
        tables.lockProjections();
        Instant now = Micros.now(clock);
        UUID id = Ids.timeOrdered(now);
        if (!rebuilds.insertUnlessUnderWay(id, user, now)) {
            throw new ConflictException(
                    "rebuild-in-progress",
                    "A rebuild of the read model is under way; wait for its end, or cancel it first.");
        }
        createShadow();
        audit.record(AuditEntry.of("REBUILD_BEGUN", SUBJECT, id), now);
        log.info("Rebuild of the read model begun: user={}", user);
        return latest();
    }

    /** The rebuild under way or, if there is none, the last one. */
    @Transactional(readOnly = true)
    public RebuildView latest() {
        return rebuilds.findLatest()
                .map(RebuildView::of)
                .orElseThrow(() -> new NotFoundException("The read model has not been rebuilt yet"));
    }

    /**
     * Ends the rebuild under way; the old read model serves on.
     *
     * @throws ConflictException when none is under way
     */
    @Transactional
    public RebuildView cancel(String user) {
        tables.limitWaiting(LONGEST_WAIT_FOR_PROJECTIONS);
        tables.lockProjections();
        if (!rebuilds.markCancelled()) {
            throw new ConflictException("no-rebuild-in-progress", "No rebuild of the read model is under way.");
        }
        tables.dropShadow(tables.findShadowSchema());
        RebuildView cancelled = latest();
        audit.record(AuditEntry.of("REBUILD_CANCELLED", SUBJECT, cancelled.id()), Micros.now(clock));
        log.info("Rebuild of the read model cancelled: user={}", user);
        return cancelled;
    }

    @Transactional
    public Optional<Claim> claim() {
        return rebuilds.claim(lease);
    }

    @Transactional
    public boolean release(Claim claim) {
        return rebuilds.release(claim);
    }

    @Transactional(readOnly = true)
    public List<Position> positions(Claim claim) {
        return rebuilds.findPositions(claim.rebuildId());
    }

    /** Notes what has to be replayed: everything that the topic held at an instant after the beginning. */
    @Transactional
    public StepOutcome note(Claim claim, List<Extent> extents) {
        if (!rebuilds.renew(claim, lease)) {
            return StepOutcome.LOST;
        }
        extents.forEach(extent -> rebuilds.insertPosition(claim.rebuildId(), extent));
        return StepOutcome.DONE;
    }

    /** Replays messages into the shadow. Nothing of it is stored when the claim was lost. */
    @Transactional
    public StepOutcome replay(Claim claim, Batch batch) {
        // First, since the transaction stays in the shadow; its row is locked last, since batches take their time.
        rebuilds.advance(claim.rebuildId(), batch.partition(), batch.nextOffset());
        shadow.replay(batch.values());
        return renewOrUndo(claim);
    }

    /** Passes over messages that cannot be read. */
    @Transactional
    public StepOutcome passOver(Claim claim, Batch batch) {
        rebuilds.advance(claim.rebuildId(), batch.partition(), batch.nextOffset());
        rebuilds.addUnreadable(claim);
        return renewOrUndo(claim);
    }

    /** Takes over what no topic tells of. */
    @Transactional
    public StepOutcome adopt(Claim claim) {
        int adopted = shadow.adopt(ADOPTED_AT_ONCE);
        StepOutcome outcome = renewOrUndo(claim);
        return outcome == StepOutcome.DONE && adopted == ADOPTED_AT_ONCE ? StepOutcome.MORE : outcome;
    }

    /** Has the server look at the new tables, and counts the runs that they lack. */
    @Transactional
    public long countMissingRuns() {
        String schema = tables.findShadowSchema();
        tables.analyze();
        return tables.countMissingRuns(schema);
    }

    /** Whether the shadow is shaped like the read model, which a migration may have changed meanwhile. */
    @Transactional(readOnly = true)
    public boolean isShapedAlike() {
        return tables.countDifferences() == 0;
    }

    /** Throws away what was built, and begins anew. */
    @Transactional
    public StepOutcome beginAnew(Claim claim) {
        tables.limitWaiting(LONGEST_WAIT_FOR_PROJECTIONS);
        tables.lockProjections();
        if (!rebuilds.markBegun(claim)) {
            return StepOutcome.LOST;
        }
        rebuilds.deletePositions(claim.rebuildId());
        createShadow();
        log.info("The read model was migrated while it was rebuilt; the rebuild begins anew: {}", claim);
        return StepOutcome.DONE;
    }

    /** Puts the new read model in the place of the old one: whoever reads finds the one or the other, whole. */
    @Transactional
    public StepOutcome replace(Claim claim) {
        tables.limitWaiting(LONGEST_WAIT_FOR_READERS);
        tables.lockReadModel();
        String schema = tables.findShadowSchema();
        tables.hideDeletedRuns(schema);
        tables.markDeletedArtifacts(schema);
        tables.equalizeChanges(schema);
        if (!rebuilds.markCompleted(claim)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return StepOutcome.LOST;
        }
        tables.replaceReadModel();
        log.info("Rebuild of the read model completed: {}", claim);
        return StepOutcome.DONE;
    }

    /** Gives the rebuild up; the old read model serves on. */
    @Transactional
    public StepOutcome fail(Claim claim, String cause) {
        tables.limitWaiting(LONGEST_WAIT_FOR_PROJECTIONS);
        tables.lockProjections();
        if (!rebuilds.markFailed(claim, cause)) {
            return StepOutcome.LOST;
        }
        tables.dropShadow(tables.findShadowSchema());
        log.warn("Rebuild of the read model failed: {} cause={}", claim, cause);
        return StepOutcome.DONE;
    }

    private void createShadow() {
        tables.createShadow();
        tables.createStatistics();
        tables.bringReports();
        tables.bringChanges();
    }

    private StepOutcome renewOrUndo(Claim claim) {
        if (rebuilds.renew(claim, lease)) {
            return StepOutcome.DONE;
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return StepOutcome.LOST;
    }
}
