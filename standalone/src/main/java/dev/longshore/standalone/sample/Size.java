package dev.longshore.standalone.sample;

/**
 * How much sample there is to be.
 *
 * @param interactions rows of {@code contact_history.interaction}; at least 1
 * @param contacts rows of {@code contact_history.contact}; at least 1
 */
public record Size(long interactions, long contacts) {

    /** What a first start creates unless it is told otherwise. */
    public static final Size STANDARD = new Size(200_000, 50_000);

    private static final int INTERACTIONS_PER_CONTACT = 4;

    public Size {
        if (interactions < 1 || contacts < 1) {
            throw new IllegalArgumentException(
                    "a sample has at least one interaction and one contact: %d, %d".formatted(interactions, contacts));
        }
    }

    /** The usual four interactions to a contact. */
    public static Size ofInteractions(long interactions) {
        return new Size(interactions, Math.max(1, interactions / INTERACTIONS_PER_CONTACT));
    }
}
