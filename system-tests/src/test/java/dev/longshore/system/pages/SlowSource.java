package dev.longshore.system.pages;

/**
 * A source whose interactions are read slowly, a thousand a second at most, so that there is time to look at a run. It is
 * made quick again when it is closed, which waits for whoever is reading.
 */
final class SlowSource implements AutoCloseable {
    private static final String SLOWLY = """
            CREATE OR REPLACE FUNCTION contact_history.slowly(value text) RETURNS text LANGUAGE plpgsql VOLATILE AS
                'BEGIN PERFORM pg_sleep(0.001); RETURN value; END';
            """;

    /** The same view, but for one column. */
    private static final String CHANGED_VIEW = """
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
