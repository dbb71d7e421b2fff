package dev.longshore.worker.layout;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.Extent;
import dev.longshore.worker.segment.Extents;
import dev.longshore.worker.segment.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the files of a layout among objects that were written as whole files. An object is taken for a file only when the
 * committed segments of the interval lie in it from its beginning to its end, one behind the other and with nothing else between:
 * whatever else an object may hold, such as the bytes of an attempt that lost, keeps it from being one. Blocks must be stored as
 * they are, without compression.
 */
public final class WholeFiles {
    private final Map<StagedName, AssembledFile> byObject;
    private final RecordFormat format;
    private final ExportType type;

    public WholeFiles(List<AssembledFile> written, RecordFormat format, ExportType type) {
        this.byObject = written.stream().collect(Collectors.toMap(AssembledFile::object, Function.identity()));
        this.format = format;
        this.type = type;
    }

    /** @param segments all segments of the run, in the order of its chunks */
    public Optional<AssembledFile> find(FileInterval interval, List<Segment> segments) {
        Extents parts = new Extents();
        for (int i = interval.from().segment(); i <= interval.to().segment(); i++) {
            Segment segment = segments.get(i);
            if (segment.extents().isEmpty() && segment.plainBytes() > 0) {
                return Optional.empty();
            }
            parts.addPart(
                    segment.extents(),
                    i == interval.from().segment() ? interval.from().offset() : 0,
                    i == interval.to().segment() ? interval.to().offset() : segment.plainBytes());
        }
        List<Extent> extents = parts.toList();
        return extents.size() == 1 ? whole(extents.get(0), interval) : Optional.empty();
    }

    private Optional<AssembledFile> whole(Extent records, FileInterval interval) {
        int begin = format.fileStart(type).length;
        int end = format.fileEnd(type).length;
        return Optional.ofNullable(byObject.get(records.object()))
                .filter(file -> records.offset() == begin
                        && records.offset() + records.length() + end == file.bytes()
                        && file.rows() == interval.rows()
                        && file.plainBytes() == interval.plainBytes());
    }
}
