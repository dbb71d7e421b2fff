package dev.longshore.history.ingest;

import dev.longshore.events.RunEvent;
import dev.longshore.history.ingest.RunFactDao.TouchedRow;
import dev.longshore.history.ingest.ShadowDao.ReportedRow;
import dev.longshore.platform.messaging.AvroCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes into the shadow of the read model, with the same statements as into the read model itself: a rebuild that went
 * by other rules could end in other rows. Estimates, streams and whatever else follows from facts are left alone.
 */
@Component
public class ShadowProjector {
    private final ShadowDao shadow;
    private final AvroCodec codec;
    private final RunFactsProjector facts;
    private final RunFactDao runs;
    private final AttemptProjector attempts;

    ShadowProjector(
            ShadowDao shadow, AvroCodec codec, RunFactsProjector facts, RunFactDao runs, AttemptProjector attempts) {
        this.shadow = shadow;
        this.codec = codec;
        this.facts = facts;
        this.runs = runs;
        this.attempts = attempts;
    }

    /**
     * Applies messages of {@code run-events}, their facts gathered by statement. The caller's transaction stays in the shadow afterwards, and
     * is of no use any more when this throws.
     *
     * @param messages as the topic holds them
     */
    @Transactional
    public void replay(List<byte[]> messages) {
        shadow.enterShadow(shadow.findSearchPath());
        facts.apply(messages.stream()
                .map(message -> codec.decode(message, RunEvent.class))
                .toList());
    }

    /**
     * Takes over attempts that are known by their progress alone: progress is not kept for good, so no topic tells of
     * them. What they reported comes with them, as with every attempt (see the triggers of the shadow).
     *
     * @param most attempts to take over
     * @return how many were taken over; fewer than {@code most} when there are no others
     */
    @Transactional
    public int adopt(int most) {
        List<ReportedRow> reported = shadow.findReportedOnly(shadow.findShadowSchema(), most);
        shadow.enterShadow(shadow.findSearchPath());
        if (!reported.isEmpty()) {
            Map<UUID, TouchedRow> touched = new LinkedHashMap<>();
            reported.forEach(attempt -> touched.merge(attempt.runId(), attempt.touched(), TouchedRow::and));
            runs.lock(touched.values());
            runs.insertUnlessKnown(touched.values());
            attempts.apply(reported.stream().map(ReportedRow::key).toList(), unchanged -> {});
        }
        return reported.size();
    }

    /** Applies facts to the shadow within the caller's transaction; if that throws, only the shadow lacks them. */
    @Transactional(propagation = Propagation.NESTED)
    public void apply(Runnable fact) {
        String path = shadow.findSearchPath();
        shadow.enterShadow(path);
        fact.run();
        shadow.returnTo(path);
    }
}
