package dev.longshore.worker.file;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Objects that were written as whole files while a run was exported. The lists bound themselves by the split size. */
@RegisterConstructorMapper(StreamedFileRow.class)
public interface StreamedFileDao {
    @SqlBatch("""
            INSERT INTO streamed_file (run_id, object, bytes, sha256, rows, plain_bytes, plain_sha256, first_key, last_key)
            VALUES (:f.runId, :f.object, :f.bytes, :f.sha256, :f.rows, :f.plainBytes, :f.plainSha256, :f.firstKey, :f.lastKey)
            """)
    int[] insertAll(@BindMethods("f") List<StreamedFileRow> files);

    @SqlQuery("""
            SELECT run_id, object, bytes, sha256, rows, plain_bytes, plain_sha256, first_key, last_key
            FROM streamed_file
            WHERE run_id = :runId
            """)
    List<StreamedFileRow> findAll(UUID runId);
}
