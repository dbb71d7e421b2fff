package dev.longshore.testing;

/**
 * How much a test does that draws from more cases than a run of all tests has time for. With {@code
 * -Dlongshore.test.full=true} it does the full number of them, otherwise so many that a defect of the kind that it looks
 * for still shows. Which cases they are does not depend on chance: the few are the first of the many.
 */
public final class SampleSize {
    private static final String FULL = "longshore.test.full";

    private SampleSize() {}

    /**
     * @param usual the number in a run of all tests
     * @param full the number that was promised, at least as great
     */
    public static int of(int usual, int full) {
        if (usual < 1 || usual > full) {
            throw new IllegalArgumentException(
                    "the usual size must be between 1 and the full size %d but is %d".formatted(full, usual));
        }
        return Boolean.getBoolean(FULL) ? full : usual;
    }
}
