package dev.longshore.history.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that somebody downloads: reading it keeps the lease alive. */
final class LeasedStream extends FilterInputStream {
    private final LeaseRenewal lease;
    private final Runnable closed;

    /** @param closed called when it is closed */
    LeasedStream(InputStream content, LeaseRenewal lease, Runnable closed) {
        super(content);
        this.lease = lease;
        this.closed = closed;
    }

    @Override
    public int read() throws IOException {
        lease.progress();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        lease.progress();
        return super.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            closed.run();
        }
    }
}
