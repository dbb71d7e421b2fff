package dev.longshore.testing;

import dev.longshore.platform.messaging.SchemaRegistry;
import dev.longshore.platform.messaging.UndecodableMessageException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Numbers schemas in the order in which they come, without a server and without judging them. */
public final class InMemorySchemaRegistry implements SchemaRegistry {
    private final List<Schema> schemas = new ArrayList<>();

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        int index = schemas.indexOf(schema);
        if (index >= 0) {
            return index + 1;
        }
        schemas.add(schema);
        return schemas.size();
    }

    @Override
    public synchronized Schema schemaOf(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UndecodableMessageException("no schema " + id);
        }
        return schemas.get(id - 1);
    }
}
