package dev.longshore.worker.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Files of runs. The lists bound themselves by the split size. */
@RegisterConstructorMapper(FileRow.class)
public interface FileDao {
    /** A file that is laid out. */
    record NewFile(
            int number,
            String name,
            int fromSegment,
            long fromOffset,
            int toSegment,
            long toOffset,
            long rows,
            long plainBytes) {}

    @SqlBatch("""
            INSERT INTO file (run_id, number, name, from_segment, from_offset, to_segment, to_offset, rows, plain_bytes)
            VALUES (:runId, :f.number, :f.name, :f.fromSegment, :f.fromOffset, :f.toSegment, :f.toOffset,
                :f.rows, :f.plainBytes)
            """)
    int[] insertAll(UUID runId, @BindMethods("f") List<NewFile> files);

    @SqlQuery("""
            SELECT run_id, number, name, from_segment, from_offset, to_segment, to_offset, rows, plain_bytes,
                epoch, object, bytes, sha256, plain_sha256, first_key, last_key
            FROM file
            WHERE run_id = :runId AND number = :number
            """)
    Optional<FileRow> find(UUID runId, int number);

    /** All files of a run in order. */
    @SqlQuery("""
            SELECT run_id, number, name, from_segment, from_offset, to_segment, to_offset, rows, plain_bytes,
                epoch, object, bytes, sha256, plain_sha256, first_key, last_key
            FROM file
            WHERE run_id = :runId
            ORDER BY number
            """)
    List<FileRow> findAll(UUID runId);

    /** Records the result of a file, once. */
    @SqlUpdate("""
            UPDATE file
            SET epoch = :epoch, object = :object, bytes = :bytes, sha256 = :sha256, plain_sha256 = :plainSha256,
                first_key = :firstKey, last_key = :lastKey
            WHERE run_id = :runId AND number = :number AND epoch IS NULL
            """)
    boolean markAssembled(
            UUID runId,
            int number,
            long epoch,
            String object,
            long bytes,
            String sha256,
            String plainSha256,
            List<@Nullable String> firstKey,
            List<@Nullable String> lastKey);
}
