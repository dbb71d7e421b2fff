package dev.longshore.history.rebuild;

import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Makes and removes the shadow of the read model, and puts it in the place of the read model. {@code shadow} is always
 * what {@link #findShadowSchema} says.
 */
interface ShadowTablesDao {
    /** The tables of the read model. */
    String READ_MODEL = "ARRAY['run', 'run_progress', 'attempt', 'artifact']";

    /** Name of the shadow's schema, quoted. */
    @SqlQuery("SELECT quote_ident(current_schema() || '_rebuild')")
    String findShadowSchema();

    /** For the rest of the transaction: nobody waits long behind a lock that this transaction waits for. */
    @SqlQuery("SELECT set_config('lock_timeout', :timeout, true)")
    String limitWaiting(String timeout);

    /** Waits for the projections under way, and makes others wait, until the end of the transaction. Readers go on. */
    @SqlUpdate("LOCK TABLE run_progress IN SHARE ROW EXCLUSIVE MODE")
    void lockProjections();

    /** Waits for whoever reads or writes, and makes others wait, until the end of the transaction. */
    @SqlUpdate("""
            DO $$
            DECLARE
                tablename text;
            BEGIN
                FOREACH tablename IN ARRAY
            """ + READ_MODEL + """
                 LOOP
                    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', tablename);
                END LOOP;
            END $$
            """)
    void lockReadModel();

    /** Makes the shadow: empty tables with the same columns, constraints and indexes, under the same names. */
    @SqlUpdate("""
            DO $$
            DECLARE
                live CONSTANT text DEFAULT current_schema();
                shadow CONSTANT text DEFAULT current_schema() || '_rebuild';
                tablename text;
                part record;
            BEGIN
                EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', shadow);
                EXECUTE format('CREATE SCHEMA %I', shadow);
                FOREACH tablename IN ARRAY
            """ + READ_MODEL + """
                 LOOP
                    EXECUTE format('
                        CREATE TABLE %1$I.%3$I
                            (LIKE %2$I.%3$I INCLUDING ALL EXCLUDING INDEXES EXCLUDING STATISTICS)',
                        shadow, live, tablename);
                    FOR part IN
                        SELECT c.conname, pg_get_constraintdef(c.oid) AS definition
                        FROM pg_constraint c
                        WHERE c.conrelid = CAST(format('%I.%I', live, tablename) AS regclass)
                          AND c.contype IN ('p', 'u', 'x')
                    LOOP
                        EXECUTE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s',
                            shadow, tablename, part.conname, part.definition);
                    END LOOP;
                    FOR part IN
                        SELECT pg_get_indexdef(i.indexrelid) AS definition
                        FROM pg_index i
                        WHERE i.indrelid = CAST(format('%I.%I', live, tablename) AS regclass)
                          AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                    LOOP
                        EXECUTE replace(part.definition,
                            format(' ON %I.%I ', live, tablename), format(' ON %I.%I ', shadow, tablename));
                    END LOOP;
                END LOOP;
            END $$
            """)
    void createShadow();

    /** Has the server gather the same statistics of the shadow's expressions. */
    @SqlUpdate("""
            DO $$
            DECLARE
                live CONSTANT text DEFAULT current_schema();
                shadow CONSTANT text DEFAULT current_schema() || '_rebuild';
                tablename text;
                part record;
            BEGIN
                FOREACH tablename IN ARRAY
            """ + READ_MODEL + """
                 LOOP
                    FOR part IN
                        SELECT x.stxname, pg_get_statisticsobjdef_columns(x.oid) AS definition
                        FROM pg_statistic_ext x
                        WHERE x.stxrelid = CAST(format('%I.%I', live, tablename) AS regclass)
                    LOOP
                        EXECUTE format('CREATE STATISTICS %1$I.%3$I ON %4$s FROM %1$I.%2$I',
                            shadow, tablename, part.stxname, part.definition);
                    END LOOP;
                END LOOP;
            END $$
            """)
    void createStatistics();

    /** An attempt that comes into the shadow brings along what it reported: no topic keeps progress for good. */
    @SqlUpdate("""
            DO $$
            DECLARE
                live CONSTANT text DEFAULT current_schema();
                shadow CONSTANT text DEFAULT current_schema() || '_rebuild';
            BEGIN
                EXECUTE format('
                    CREATE FUNCTION %1$I.bring_report() RETURNS trigger LANGUAGE plpgsql AS $body$
                    DECLARE known record;
                    BEGIN
                        SELECT a.reported_at, a.keys, a.rows, a.bytes INTO known
                        FROM %2$I.attempt a
                        WHERE a.run_id = NEW.run_id AND a.task_kind = NEW.task_kind AND a.number = NEW.number
                          AND a.epoch = NEW.epoch;
                        IF FOUND THEN
                            NEW.reported_at = known.reported_at;
                            NEW.keys = known.keys;
                            NEW.rows = known.rows;
                            NEW.bytes = known.bytes;
                        END IF;
                        RETURN NEW;
                    END $body$', shadow, live);
                EXECUTE format('
                    CREATE TRIGGER bring_report BEFORE INSERT ON %1$I.attempt
                    FOR EACH ROW EXECUTE FUNCTION %1$I.bring_report()', shadow);
            END $$
            """)
    void bringReports();

    /** A run that comes into the shadow brings along its latest news, and which transaction changed it last. */
    @SqlUpdate("""
            DO $$
            DECLARE
                live CONSTANT text DEFAULT current_schema();
                shadow CONSTANT text DEFAULT current_schema() || '_rebuild';
            BEGIN
                EXECUTE format('
                    CREATE FUNCTION %1$I.bring_change() RETURNS trigger LANGUAGE plpgsql AS $body$
                    DECLARE known record;
                    BEGIN
                        SELECT p.as_of, p.changed_in INTO known FROM %2$I.run_progress p WHERE p.run_id = NEW.run_id;
                        IF FOUND THEN
                            NEW.as_of = GREATEST(NEW.as_of, known.as_of);
                            NEW.changed_in = known.changed_in;
                        END IF;
                        RETURN NEW;
                    END $body$', shadow, live);
                EXECUTE format('
                    CREATE TRIGGER bring_change BEFORE INSERT ON %1$I.run_progress
                    FOR EACH ROW EXECUTE FUNCTION %1$I.bring_change()', shadow);
            END $$
            """)
    void bringChanges();

    /** Columns and indexes that either side has and the other has not: a migration came in between. */
    @SqlQuery("""
            SELECT count(*)
            FROM (
                SELECT 'column', table_name, column_name, data_type, count(*)
                FROM information_schema.columns
                WHERE table_schema IN (current_schema(), current_schema() || '_rebuild')
                  AND table_name = ANY (""" + READ_MODEL + """
                      )
                GROUP BY table_name, column_name, data_type
                UNION ALL
                SELECT 'index', CAST(tablename AS text), CAST(indexname AS text), '', count(*)
                FROM pg_indexes
                WHERE schemaname IN (current_schema(), current_schema() || '_rebuild')
                  AND tablename = ANY (""" + READ_MODEL + """
                      )
                GROUP BY tablename, indexname
            ) AS part (kind, of_table, part, type, sides)
            WHERE sides != 2
            """)
    int countDifferences();

    /** Runs that the read model knows and the shadow does not. */
    @SqlQuery("""
            SELECT count(*) FROM run l WHERE NOT EXISTS (SELECT 1 FROM <shadow>.run s WHERE s.run_id = l.run_id)
            """)
    long countMissingRuns(@Define String shadow);

    /** Statistics go along with the tables, so lists are planned well from the first one on. */
    @SqlUpdate("""
            DO $$
            DECLARE
                tablename text;
            BEGIN
                FOREACH tablename IN ARRAY
            """ + READ_MODEL + """
                 LOOP
                    EXECUTE format('ANALYZE %I.%I', current_schema() || '_rebuild', tablename);
                END LOOP;
            END $$
            """)
    void analyze();

    /** Lines that were deleted after the shadow had got their runs. */
    @SqlUpdate("""
            UPDATE <shadow>.run s SET hidden = true
            FROM deleted_run d
            WHERE d.run_id = s.run_id AND NOT s.hidden
            """)
    int hideDeletedRuns(@Define String shadow);

    /** Artifacts that were deleted after the shadow had got them. */
    @SqlUpdate("""
            UPDATE <shadow>.artifact s SET deleted_at = d.deleted_at
            FROM deleted_artifact d
            WHERE d.artifact_id = s.artifact_id AND s.deleted_at IS DISTINCT FROM d.deleted_at
            """)
    int markDeletedArtifacts(@Define String shadow);

    /** Streams find a run by the transaction that changed it, so the rebuild must not look like one. */
    @SqlUpdate("""
            UPDATE <shadow>.run_progress s SET changed_in = l.changed_in
            FROM run_progress l
            WHERE l.run_id = s.run_id AND s.changed_in != l.changed_in
              AND l.changed_in >= (SELECT r.began_in FROM rebuild r WHERE r.state = 'RUNNING')
            """)
    int equalizeChanges(@Define String shadow);

    /** Puts the shadow in the place of the read model. */
    @SqlUpdate("""
            DO $$
            DECLARE
                live CONSTANT text DEFAULT current_schema();
                shadow CONSTANT text DEFAULT current_schema() || '_rebuild';
                tablename text;
                part record;
            BEGIN
                FOREACH tablename IN ARRAY
            """ + READ_MODEL + """
                 LOOP
                    EXECUTE format('DROP TABLE %I.%I', live, tablename);
                    EXECUTE format('ALTER TABLE %I.%I SET SCHEMA %I', shadow, tablename, live);
                END LOOP;
                FOR part IN
                    SELECT x.stxname
                    FROM pg_statistic_ext x JOIN pg_namespace n ON n.oid = x.stxnamespace
                    WHERE n.nspname = shadow
                LOOP
                    EXECUTE format('ALTER STATISTICS %I.%I SET SCHEMA %I', shadow, part.stxname, live);
                END LOOP;
                EXECUTE format('DROP SCHEMA %I CASCADE', shadow);
            END $$
            """)
    void replaceReadModel();

    @SqlUpdate("DROP SCHEMA IF EXISTS <shadow> CASCADE")
    void dropShadow(@Define String shadow);
}
