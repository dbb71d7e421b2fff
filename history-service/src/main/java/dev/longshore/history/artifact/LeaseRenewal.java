package dev.longshore.history.artifact;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Keeps the lease of one download alive while it makes progress, whatever number of files it has. */
final class LeaseRenewal {
    private final DownloadLedger downloads;
    private final UUID downloadId;
    private final InstantSource clock;
    private Instant renewAt;

    LeaseRenewal(DownloadLedger downloads, UUID downloadId, InstantSource clock) {
        this.downloads = downloads;
        this.downloadId = downloadId;
        this.clock = clock;
        this.renewAt = clock.instant().plus(DownloadLedger.RENEWAL);
    }

    /** Something was read: renews the lease when it is time. */
    void progress() {
        Instant now = clock.instant();
        if (!now.isBefore(renewAt)) {
            downloads.renew(downloadId);
            renewAt = now.plus(DownloadLedger.RENEWAL);
        }
    }

    /** The download is over, however it ended. */
    void end() {
        downloads.end(downloadId);
    }
}
