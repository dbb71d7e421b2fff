package dev.longshore.system.pages;

/**
 * A source whose interactions are read slowly, a thousand a second at most, so that there is time to look at a run. It is
 * made quick again when it is closed, which waits for whoever is reading.
 */
final class SlowSource implements AutoCloseable {
    /** Stable, so that it is called for rows that are read, and not for those that the source passes over. */
    private static final String SLOWLY = """
            CREATE OR REPLACE FUNCTION contact_history.slowly(value text) RETURNS text LANGUAGE plpgsql STABLE AS
                'BEGIN PERFORM pg_sleep(0.001); RETURN value; END';
            """;

    /** The same view, but for one column. Whoever waits for readers that do not leave fails, and does not wait for ever. */
    private static final String CHANGED_VIEW = """
            SET lock_timeout = '30s';
            DO $$ BEGIN
                EXECUTE 'CREATE OR REPLACE VIEW contact_history.interaction AS '
                    || regexp_replace(pg_get_viewdef('contact_history.interaction'::regclass), '%s', '%s');
            END $$;
            """;

    private final Databases databases;

    SlowSource(Databases databases) {
        this.databases = databases;
        databases.inSource(
                SLOWLY + CHANGED_VIEW.formatted("\\m((i\\.)?subject),", "contact_history.slowly(\\1) AS subject,"));
    }

    @Override
    public void close() {
        databases.inSource(CHANGED_VIEW.formatted("contact_history\\.slowly\\(((i\\.)?subject)\\) AS subject", "\\1")
                + "DROP FUNCTION contact_history.slowly(text);");
    }
}
