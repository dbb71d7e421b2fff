package dev.longshore.platform.messaging;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecordBase;

/** A record as Avro's compiler would write it, small enough for this test. */
public final class Greeting extends SpecificRecordBase {
    public static final Schema SCHEMA$ = SchemaBuilder.record("Greeting")
            .namespace("dev.longshore.platform.messaging")
            .fields()
            .requiredString("word")
            .name("times")
            .type()
            .intType()
            .intDefault(1)
            .endRecord();

    private String word = "";
    private int times = 1;

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public Object get(int field) {
        return field == 0 ? word : Integer.valueOf(times);
    }

    @Override
    public void put(int field, Object value) {
        if (field == 0) {
            word = value.toString();
        } else {
            times = (Integer) value;
        }
    }
}
