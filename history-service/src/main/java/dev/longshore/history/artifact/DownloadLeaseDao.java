package dev.longshore.history.artifact;

import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Downloads that are under way, by the clock of the database. */
interface DownloadLeaseDao {
    @SqlBatch(transactional = false, value = """
            INSERT INTO download_lease (download_id, artifact_id, lease_until)
            VALUES (:downloadId, :artifactId, clock_timestamp() + make_interval(secs => :seconds))
            """)
    int[] insert(UUID downloadId, Iterable<UUID> artifactId, long seconds);

    /** How many artifacts the download still holds. */
    @SqlUpdate("""
            UPDATE download_lease SET lease_until = clock_timestamp() + make_interval(secs => :seconds)
            WHERE download_id = :downloadId
            """)
    int renew(UUID downloadId, long seconds);

    @SqlUpdate("DELETE FROM download_lease WHERE download_id = :downloadId")
    int delete(UUID downloadId);

    /** Leases of downloads whose process died. */
    @SqlUpdate("DELETE FROM download_lease WHERE clock_timestamp() > lease_until")
    int deleteEnded();
}
