package dev.longshore.standalone.sample;

/** The rows of one table. A row depends on the seed, the sample's end and its index, and on nothing else. */
interface SampleRows {

    /** The COPY statement that takes these rows. */
    String copyStatement();

    /** How many rows there are; indexes run from 0. */
    long count();

    /** Appends the row at the index. Safe for threads as long as each has its own buffer. */
    void write(long index, CopyBuffer out);
}
