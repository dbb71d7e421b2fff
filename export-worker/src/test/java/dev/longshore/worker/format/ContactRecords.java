package dev.longshore.worker.format;

import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.source.RecordKey;
import dev.longshore.worker.source.RecordSink;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.TimeWindow;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Feeds contacts to a sink as a source does. */
public final class ContactRecords {
    public static final ExportType TYPE = Catalog.load().require("CONTACT_HISTORY", "CONTACT");
    public static final Selection SELECTION = new Selection(TYPE, TYPE.defaultDateColumn(), List.of(), TimeWindow.ALL);

    private ContactRecords() {}

    /** A contact with an id, a time of modification, and a title of any length; everything else is null. */
    public static void feed(RecordSink sink, String id, long modifiedMicros, byte[] title) {
        sink.beginRecord();
        List<Column> columns = TYPE.columns();
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i).name()) {
                case "ContactId" -> text(sink, i, id.getBytes(StandardCharsets.UTF_8));
                case "tenantid" -> sink.integer(i, 1);
                case "modifieddate" -> sink.timestamp(i, modifiedMicros);
                case "Title" -> text(sink, i, title);
                default -> sink.nullValue(i);
            }
        }
        sink.endRecord(RecordKey.dated(modifiedMicros, id));
    }

    /** Lent in the middle of a larger buffer, as a driver does. */
    private static void text(RecordSink sink, int column, byte[] text) {
        byte[] lent = new byte[text.length + 7];
        System.arraycopy(text, 0, lent, 3, text.length);
        sink.text(column, lent, 3, text.length);
    }
}
