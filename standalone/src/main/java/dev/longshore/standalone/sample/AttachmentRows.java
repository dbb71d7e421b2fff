package dev.longshore.standalone.sample;

import java.util.List;

/** One attachment to every hundredth interaction. */
final class AttachmentRows implements SampleRows {

    private static final long TABLE = 3;
    private static final int COLUMNS = 6;
    private static final int INTERACTIONS_PER_ATTACHMENT = 100;
    private static final int LARGEST = 16 * 1024;
    private static final List<String> NAMES = List.of("photo.jpg", "facture n° 7.pdf", "схема.png", "a \"b\".txt");
    private static final List<String> TYPES = List.of("image/jpeg", "application/pdf", "image/png", "text/plain");

    private final long seed;
    private final Size size;

    AttachmentRows(long seed, Size size) {
        this.seed = seed;
        this.size = size;
    }

    @Override
    public String copyStatement() {
        return "COPY ucs.attachment FROM STDIN (FORMAT binary, FREEZE)";
    }

    @Override
    public long count() {
        return size.interactions() / INTERACTIONS_PER_ATTACHMENT;
    }

    @Override
    public void write(long index, CopyBuffer out) {
        var random = new SampleRandom(seed, TABLE, index);
        var content = new byte[random.below(LARGEST)];
        random.fill(content);
        var kind = random.below(NAMES.size());
        out.row(COLUMNS);
        out.text(SampleIds.document(index));
        out.text(
                SampleIds.interaction(index * INTERACTIONS_PER_ATTACHMENT + random.below(INTERACTIONS_PER_ATTACHMENT)));
        out.text(NAMES.get(kind));
        out.text(TYPES.get(kind));
        out.bigint(content.length);
        out.text(content);
    }
}
