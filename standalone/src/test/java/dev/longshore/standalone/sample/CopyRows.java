package dev.longshore.standalone.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads the generator's streams back by the published description of binary COPY, without the generator's code. */
final class CopyRows {

    private static final int HEADER = 19;
    private static final long MICROS_FROM_1970_TO_2000 = 946_684_800_000_000L;

    private CopyRows() {}

    record Row(List<Optional<byte[]>> fields) {
        boolean isNull(int column) {
            return fields.get(column).isEmpty();
        }

        byte[] bytes(int column) {
            return fields.get(column).orElseThrow();
        }

        /** Fails on bytes that are not UTF-8. */
        String text(int column) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes(column)))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new AssertionError("not UTF-8", e);
            }
        }

        long epochMicros(int column) {
            return ByteBuffer.wrap(bytes(column)).getLong() + MICROS_FROM_1970_TO_2000;
        }
    }

    static byte[] stream(SampleRows rows) throws IOException, InterruptedException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            var bytes = new ByteArrayOutputStream();
            new CopyStream(rows, executor).sendTo((block, length) -> bytes.write(block, 0, length));
            return bytes.toByteArray();
        } finally {
            executor.shutdownNow();
        }
    }

    static List<Row> read(byte[] stream) {
        var in = ByteBuffer.wrap(stream);
        in.position(HEADER);
        List<Row> rows = new ArrayList<>();
        for (int columns = in.getShort(); columns >= 0; columns = in.getShort()) {
            List<Optional<byte[]>> fields = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                fields.add(field(in));
            }
            rows.add(new Row(fields));
        }
        if (in.hasRemaining()) {
            throw new AssertionError(in.remaining() + " bytes after the trailer");
        }
        return rows;
    }

    private static Optional<byte[]> field(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return Optional.empty();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return Optional.of(bytes);
    }
}
