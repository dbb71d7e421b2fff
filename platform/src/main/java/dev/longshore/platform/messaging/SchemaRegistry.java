package dev.longshore.platform.messaging;

import org.apache.avro.Schema;

/** Where schemas get their ids: anything that speaks Confluent's registry interface. Implementations are thread-safe. */
public interface SchemaRegistry {
    /**
     * The id of this schema under this subject; registers it where the installation allows that.
     *
     * @throws RegistryUnavailableException when the registry does not answer; trying again may help
     * @throws IllegalStateException when the registry refuses the schema, for example as incompatible
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema that was registered under this id.
     *
     * @throws RegistryUnavailableException when the registry does not answer; trying again may help
     * @throws UndecodableMessageException when no schema has this id
     */
    Schema schemaOf(int id);
}
