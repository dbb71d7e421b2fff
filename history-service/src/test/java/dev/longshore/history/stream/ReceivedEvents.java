package dev.longshore.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reader that can be slow, and can break off in the middle of what it is sent. */
class ReceivedEvents implements RunSink {
    final List<String> data = new ArrayList<>();
    boolean ready = true;
    int breaksAfter = Integer.MAX_VALUE;

    @Nullable
    String lastId;

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void write(byte[] part) throws IOException {
        for (String line : new String(part, UTF_8).split("\n", -1)) {
            if (data.size() >= breaksAfter) {
                throw new IOException("closed");
            }
            if (line.startsWith("id:")) {
                lastId = line.substring(3);
            } else if (line.startsWith("data:")) {
                data.add(line.substring(5).trim());
            }
        }
    }

    @Override
    public void end() {}
}
