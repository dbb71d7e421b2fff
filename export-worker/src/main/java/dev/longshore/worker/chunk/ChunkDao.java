package dev.longshore.worker.chunk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Chunks. The lists bound themselves: a run has one chunk for each 20,000 keys or so. */
@RegisterConstructorMapper(ChunkRow.class)
public interface ChunkDao {
    @SqlBatch("""
            INSERT INTO chunk (run_id, number, key_range, keys)
            VALUES (:runId, :number, :keyRange, :keys)
            """)
    int[] insertAll(
            UUID runId,
            @Bind("number") List<Integer> numbers,
            @Bind("keyRange") List<String> keyRanges,
            @Bind("keys") List<Long> keys);

    @SqlQuery("""
            SELECT run_id, number, key_range, keys, epoch, object, rows, plain_bytes, stored_bytes, checksum,
                extents
            FROM chunk
            WHERE run_id = :runId AND number = :number
            """)
    Optional<ChunkRow> find(UUID runId, int number);

    /** Chunks of a run in order, those numbered from..to. */
    @SqlQuery("""
            SELECT run_id, number, key_range, keys, epoch, object, rows, plain_bytes, stored_bytes, checksum,
                extents
            FROM chunk
            WHERE run_id = :runId AND number BETWEEN :from AND :to
            ORDER BY number
            """)
    List<ChunkRow> findBetween(UUID runId, int from, int to);

    /** Records the result of a chunk, once. */
    @SqlUpdate("""
            UPDATE chunk
            SET epoch = :epoch, object = :object, rows = :rows, plain_bytes = :plainBytes,
                stored_bytes = :storedBytes, checksum = :checksum, extents = :extents
            WHERE run_id = :runId AND number = :number AND epoch IS NULL
            """)
    boolean markExported(
            UUID runId,
            int number,
            long epoch,
            String object,
            long rows,
            long plainBytes,
            long storedBytes,
            long checksum,
            List<String> extents);

    /** Rows of all chunks of a run that have a result. */
    @SqlQuery("SELECT coalesce(sum(rows), 0) FROM chunk WHERE run_id = :runId")
    long sumRows(UUID runId);

    /** Bytes before compression of all chunks of a run that have a result. */
    @SqlQuery("SELECT coalesce(sum(plain_bytes), 0) FROM chunk WHERE run_id = :runId")
    long sumPlainBytes(UUID runId);
}
