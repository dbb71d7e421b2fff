package dev.longshore.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaHistoryTest {
    static final List<Contract> CONTRACTS = Contract.ALL;

    /** Each reads what the other writes, whichever came first. */
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    @BeforeAll
    static void remember_what_the_maintainer_means() throws Exception {
        if (Contract.writing()) {
            for (Contract contract : CONTRACTS) {
                SchemaHistory history = SchemaHistory.of(contract);
                if (!endsWith(history.versions(), contract.schema())) {
                    FULL_TRANSITIVE.validate(contract.schema(), history.versions());
                    history.remember(contract.schema());
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void a_schema_and_every_version_that_ever_was_read_each_other(Contract contract) throws Exception {
        List<Schema> versions = SchemaHistory.of(contract).versions();
        assertThatCode(() -> FULL_TRANSITIVE.validate(contract.schema(), versions))
                .as("%s: only additions with a default are allowed; undo the change or make it one", contract)
                .doesNotThrowAnyException();
        for (Schema version : versions) {
            assertThatCode(() -> FULL_TRANSITIVE.validate(version, versions))
                    .as("%s: the memory itself", contract)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void the_newest_version_in_memory_is_the_current_one(Contract contract) throws Exception {
        SchemaHistory history = SchemaHistory.of(contract);
        assertThat(endsWith(history.versions(), contract.schema()))
                .as(
                        "The schema of %s changed. If that is meant: `%s` adds it to %s as the next version.",
                        contract, Contract.WRITE_COMMAND, history.folder())
                .isTrue();
    }

    /** Docs count too: the registry gives a schema with another doc another id. */
    private static boolean endsWith(List<Schema> versions, Schema current) {
        return !versions.isEmpty()
                && versions.get(versions.size() - 1).toString().equals(current.toString());
    }

    @ParameterizedTest
    @FieldSource("CONTRACTS")
    void versions_are_numbered_without_a_gap_and_nothing_else_lies_there(Contract contract) throws Exception {
        SchemaHistory history = SchemaHistory.of(contract);
        assertThat(history.files()).isEqualTo(history.versions().size()).isPositive();
    }

    @Test
    void no_subject_is_forgotten_and_none_is_unknown() throws Exception {
        assertThat(SchemaHistory.subjects())
                .containsExactlyInAnyOrderElementsOf(
                        Contract.ALL.stream().map(Contract::subject).toList());
    }

    @Test
    void the_check_itself_refuses_what_breaks_readers() throws Exception {
        Schema one = SchemaBuilder.record("A").fields().requiredInt("x").endRecord();
        Schema without = SchemaBuilder.record("A").fields().endRecord();
        Schema added = SchemaBuilder.record("A")
                .fields()
                .requiredInt("x")
                .optionalInt("y")
                .endRecord();
        Schema addedWithoutDefault = SchemaBuilder.record("A")
                .fields()
                .requiredInt("x")
                .requiredInt("y")
                .endRecord();
        FULL_TRANSITIVE.validate(added, List.of(one));
        for (Schema breaking : List.of(without, addedWithoutDefault)) {
            Assertions.assertThatThrownBy(() -> FULL_TRANSITIVE.validate(breaking, List.of(one)))
                    .isInstanceOf(SchemaValidationException.class);
        }
    }
}
