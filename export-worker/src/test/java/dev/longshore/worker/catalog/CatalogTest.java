package dev.longshore.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogTest {
    private final Catalog catalog = Catalog.load();

    @Test // P21, P22
    void contact_history_has_exactly_interactions_and_contacts() {
        assertThat(catalog.types()).extracting(ExportType::type).containsExactly("INTERACTION", "CONTACT");
    }

    @Test
    void interactions_have_the_published_columns_in_their_order() {
        ExportType interaction = catalog.require("CONTACT_HISTORY", "INTERACTION");
        assertThat(interaction.view()).isEqualTo("contact_history.interaction");
        assertThat(interaction.key()).isEqualTo(new Column("ixnId", "ixn_id", ColumnType.TEXT, false));
        assertThat(interaction.columns()).hasSize(48);
        assertThat(interaction.columns())
                .extracting(Column::column)
                .startsWith("ixn_id", "status", "entity_type_id", "media_type_id")
                .contains("struct_text_mimetype", "the_comment", "str_attribute10", "web_safe_email_status")
                .endsWith("int_attribute4", "int_attribute5");
        assertThat(interaction.defaultDateColumn().name()).isEqualTo("startDate");
        assertThat(interaction.dateColumn("endDate").column()).isEqualTo("end_date");
    }

    @Test // P26, P27
    void interactions_can_be_narrowed_to_entity_types_and_contacts_cannot() {
        ExportType interaction = catalog.require("CONTACT_HISTORY", "INTERACTION");
        assertThat(interaction.entityTypeColumn()).map(Column::column).contains("entity_type_id");
        assertThat(interaction.entityTypes()).extracting(EntityType::id).containsExactly(0, 1, 2, 3, 5, 6, 7);
        assertThat(interaction.entityType("WORK_ITEM")).isEqualTo(new EntityType(7, "WORK_ITEM", "Work Item"));
        ExportType contact = catalog.require("CONTACT_HISTORY", "CONTACT");
        assertThat(contact.entityTypeColumn()).isEmpty();
        assertThat(contact.entityTypes()).isEmpty();
    }

    @Test
    void contacts_have_the_published_columns_with_lists_of_addresses() {
        ExportType contact = catalog.require("CONTACT_HISTORY", "CONTACT");
        assertThat(contact.columns())
                .extracting(Column::name)
                .containsExactly(
                        "ContactId",
                        "tenantid",
                        "createddate",
                        "modifieddate",
                        "Title",
                        "FirstName",
                        "LastName",
                        "EmailAddress",
                        "PhoneNumber",
                        "CustomerId",
                        "allAttributes");
        assertThat(contact.columns())
                .filteredOn(column -> column.type() == ColumnType.TEXT_ARRAY)
                .extracting(Column::column)
                .containsExactly("email_address", "phone_number");
        assertThat(contact.defaultDateColumn().column()).isEqualTo("modified_date");
    }

    @ParameterizedTest // P79, P80
    @ValueSource(strings = {"INTERACTION", "CONTACT"})
    void the_record_schema_describes_the_columns_and_no_others(String typeName) throws Exception {
        ExportType type = catalog.require("CONTACT_HISTORY", typeName);
        JsonNode schema = schema(type.recordSchema().id());
        assertThat(schema.path("$schema").asString()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
        List<String> names = type.columns().stream().map(Column::name).toList();
        assertThat(schema.path("properties").propertyNames()).containsExactlyElementsOf(names);
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        assertThat(required).isEqualTo(names);
        for (Column column : type.columns()) {
            JsonNode types = schema.path("properties").path(column.name()).path("type");
            boolean anything = types.isMissingNode();
            assertThat(anything).as(column.name()).isEqualTo(column.type() == ColumnType.JSONB);
            assertThat(anything || types.isArray()).as(column.name()).isEqualTo(column.nullable());
        }
    }

    @Test
    void the_schema_is_known_by_its_checksum() {
        assertThat(catalog.require("CONTACT_HISTORY", "CONTACT").recordSchema().sha256())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(catalog.require("CONTACT_HISTORY", "INTERACTION")
                        .recordSchema()
                        .sha256());
    }

    @Test
    void what_the_catalog_does_not_have_is_refused_by_name() {
        assertThatThrownBy(() -> catalog.require("IWD", "EVENT"))
                .isInstanceOf(UnknownInCatalogException.class)
                .hasMessageContaining("'EVENT'");
        ExportType contact = catalog.require("CONTACT_HISTORY", "CONTACT");
        assertThatThrownBy(() -> contact.dateColumn("startDate"))
                .isInstanceOf(UnknownInCatalogException.class)
                .hasMessageContaining("'startDate'");
        assertThatThrownBy(() -> contact.entityType("CHAT")).isInstanceOf(UnknownInCatalogException.class);
    }

    private static JsonNode schema(String id) throws Exception {
        String resource = "/record-schemas/" + id + ".json";
        try (InputStream in = Objects.requireNonNull(CatalogTest.class.getResourceAsStream(resource))) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
