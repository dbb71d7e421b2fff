package dev.longshore.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/** Reads a part of a file. */
final class RangeInputStream extends FilterInputStream {
    private long left;

    RangeInputStream(FileChannel channel, ByteRange range) throws IOException {
        super(Channels.newInputStream(channel.position(range.offset())));
        this.left = range.length();
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int value = in.read();
        if (value >= 0) {
            left--;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count > 0) {
            left -= count;
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
