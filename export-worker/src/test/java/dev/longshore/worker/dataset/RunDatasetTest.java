package dev.longshore.worker.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.time.Ids;
import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.catalog.UnknownInCatalogException;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.format.BlockSink;
import dev.longshore.worker.format.JsonLines;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.run.ClosingPolicy;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunSettings;
import dev.longshore.worker.run.RunState;
import dev.longshore.worker.source.RecordKey;
import dev.longshore.worker.source.Selection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunDatasetTest {
    private static final Instant FIRE_TIME = Instant.parse("2026-11-23T14:05:00Z");

    private final RunDataset datasets = new RunDataset(Catalog.load(), List.of(new JsonLines()));

    @Test
    void settings_become_the_columns_and_entity_types_of_the_catalog() {
        Selection selection = datasets.selection(settings("INTERACTION", List.of("CHAT"), "startDate", "NONE", null));

        assertThat(selection.type().view()).isEqualTo("contact_history.interaction");
        assertThat(selection.dateColumn().column()).isEqualTo("start_date");
        assertThat(selection.entityTypes()).extracting("id").containsExactly(2);
        assertThat(selection.window().from()).isEqualTo(FIRE_TIME.minusSeconds(3_600));
        assertThat(selection.window().to()).isEqualTo(FIRE_TIME);
    }

    @Test
    void what_the_catalog_does_not_have_is_refused_by_name() {
        assertThatThrownBy(() -> datasets.selection(settings("EVENT", null, "startDate", "NONE", null)))
                .isInstanceOf(UnknownInCatalogException.class)
                .hasMessageContaining("EVENT");
        assertThatThrownBy(() -> datasets.selection(settings("INTERACTION", null, "createddate", "NONE", null)))
                .isInstanceOf(UnknownInCatalogException.class)
                .hasMessageContaining("createddate");
    }

    @Test
    void a_certificate_is_refused_rather_than_ignored() { // P83
        RunSettings settings = settings("INTERACTION", null, "startDate", "NONE", "certificate-1");

        assertThatThrownBy(() -> datasets.format(settings))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(FailureKind.UNSUPPORTED))
                .hasMessageContaining("certificate-1");
    }

    @Test
    void the_format_of_the_settings_writes_one_line_a_record() { // P79
        RunSettings settings = settings("CONTACT", null, "modifieddate", "NONE", null);
        RecordedBlocks blocks = new RecordedBlocks();
        RecordFormat.Encoder encoder = datasets.format(settings).encoder(datasets.type(settings), blocks);

        for (int i = 0; i < 3; i++) {
            encoder.beginRecord();
            for (int column = 0; column < datasets.type(settings).columns().size(); column++) {
                encoder.nullValue(column);
            }
            encoder.endRecord(new RecordKey());
        }
        encoder.finish();

        assertThat(blocks.records).isEqualTo(3);
        assertThat(datasets.naming(settings).nameOf(2, 3))
                .isEqualTo("all-contacts-contact-20261123T140500Z-0002-of-0003.jsonl");
    }

    @Test
    void folders_sort_by_time_and_belong_to_one_run() {
        RunRow run = run(settings("CONTACT", null, "modifieddate", "NONE", null));

        assertThat(datasets.folder(run)).isEqualTo("20261123T140500Z-contact-" + run.runId());
    }

    private static final class RecordedBlocks implements BlockSink {
        private int records;

        @Override
        public void block(byte[] bytes, int length, int recordsInBlock, RecordKey first, RecordKey last) {
            records += recordsInBlock;
        }
    }

    private static RunSettings settings(
            String type,
            @Nullable List<String> entityTypes,
            String dateColumn,
            String compression,
            @Nullable String certificate) {
        return new RunSettings(
                1,
                "All contacts",
                "SCHEDULE",
                FIRE_TIME,
                "UTC",
                FIRE_TIME.minusSeconds(3_600),
                FIRE_TIME,
                "CONTACT_HISTORY",
                type,
                entityTypes,
                dateColumn,
                "JSON_LINES",
                compression,
                null,
                certificate,
                null,
                null,
                ClosingPolicy.FAIL,
                0,
                0,
                "scheduler");
    }

    private static RunRow run(RunSettings settings) {
        return new RunRow(
                Ids.nameBased("run"),
                Ids.nameBased("job"),
                RunState.PUBLISHING,
                settings,
                FIRE_TIME,
                null,
                null,
                false,
                null,
                null,
                0,
                0,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                FIRE_TIME);
    }
}
