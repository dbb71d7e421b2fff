package dev.longshore.platform.fault;

/**
 * Named places in the code where a crash would be most awkward. In production they do nothing; tests put an
 * implementation in their place that throws, waits or ends the process there.
 */
public interface FaultPoints {
    /** Nothing ever goes wrong here. */
    FaultPoints NONE = (point, detail) -> {};

    /**
     * Says that the code got here.
     *
     * @param point name of the place, a constant of the feature that owns it
     * @param detail what was under way, for example a task id
     */
    void reached(String point, String detail);
}
