package dev.longshore.scheduler.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each move makes of a job in each stage of its life, as the product's record has it: the stage that it is in
 * then, in capitals, or the problem that it is refused with. While nothing of the job is going on.
 */
public final class LifeCycleTable {
    private static final String TABLE = """
            stage     | SAVE_AS_RECURRING | SAVE_WITH_START | SAVE_TO_START_NOW | SUSPEND   | RESUME        | FIRE       | FAIL_TOO_OFTEN | RUN_NOW   | DELETE
            RECURRING | RECURRING         | WAITING         | SUBMITTED         | PAUSED    | RECURRING     | RECURRING  | PAUSED         | RECURRING | DELETED
            PAUSED    | PAUSED            | WAITING         | SUBMITTED         | PAUSED    | RECURRING     | not-firing | PAUSED         | PAUSED    | DELETED
            WAITING   | RECURRING         | WAITING         | SUBMITTED         | HELD      | not-resumable | SUBMITTED  | WAITING        | WAITING   | DELETED
            HELD      | PAUSED            | WAITING         | SUBMITTED         | HELD      | not-resumable | not-firing | HELD           | HELD      | DELETED
            SUBMITTED | not-editable      | not-editable    | not-editable      | SUBMITTED | not-resumable | not-firing | SUBMITTED      | SUBMITTED | DELETED
            DELETED   | not-found         | not-found       | not-found         | not-found | not-found     | not-found  | not-found      | not-found | not-found
            """;

    /** One cell of the table. */
    public record Cell(String stage, String move, String expected) {
        /** Whether a stage is expected, and not a refusal. */
        public boolean isMove() {
            return expected.equals(expected.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private LifeCycleTable() {}

    /** Every stage with every move. */
    public static Stream<Cell> cells() {
        var rows = TABLE.lines().map(LifeCycleTable::columns).toList();
        var moves = rows.get(0);
        return rows.stream()
                .skip(1)
                .flatMap(row -> IntStream.range(1, row.size())
                        .mapToObj(column -> new Cell(row.get(0), moves.get(column), row.get(column))));
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
