package dev.longshore.testing;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** A record as the generator would make it, for tests of the wire format. */
public final class Word extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    /** Avro looks for this name. */
    public static final Schema SCHEMA$ = SchemaBuilder.record("Word")
            .namespace("dev.longshore.testing")
            .fields()
            .requiredString("text")
            .endRecord();

    /** What a later version would look like. */
    static final Schema NEXT_VERSION = SchemaBuilder.record("Word")
            .namespace("dev.longshore.testing")
            .fields()
            .requiredString("text")
            .name("length")
            .type()
            .intType()
            .intDefault(0)
            .endRecord();

    /** What must not follow: its field cannot be read as the earlier one, nor the earlier one as it. */
    static final Schema INCOMPATIBLE = SchemaBuilder.record("Word")
            .namespace("dev.longshore.testing")
            .fields()
            .requiredLong("text")
            .endRecord();

    private @Nullable CharSequence text = "";

    /** For Avro. */
    public Word() {}

    Word(String text) {
        this.text = text;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field) {
        return text;
    }

    @Override
    public void put(int field, @Nullable Object value) {
        text = (CharSequence) value;
    }

    String text() {
        return String.valueOf(text);
    }
}
