package dev.longshore.history.rebuild;

/**
 * How far one partition has been replayed.
 *
 * @param nextOffset offset to go on at
 * @param endOffset offset to stop at
 */
record Position(int partition, long nextOffset, long endOffset) {
    boolean isOpen() {
        return nextOffset < endOffset;
    }
}
