package dev.longshore.history.request;

/** Which way a list is sorted: in the API a leading minus before the field means descending. */
public enum SortDirection {
    ASCENDING("", "ASC", ">"),
    DESCENDING("-", "DESC", "<");

    private final String sign;
    private final String keyword;
    private final String beyond;

    SortDirection(String sign, String keyword, String beyond) {
        this.sign = sign;
        this.keyword = keyword;
        this.beyond = beyond;
    }

    /** The direction that a sort asks for, as in the API. */
    public static SortDirection of(String sort) {
        return sort.startsWith(DESCENDING.sign) ? DESCENDING : ASCENDING;
    }

    /** The field that is sorted by: what stands behind the sign of this direction. */
    public String fieldOf(String sort) {
        return sort.substring(sign.length());
    }

    /** A sort by the field in this direction, as in the API. */
    public String sortBy(String field) {
        return sign + field;
    }

    /** SQL keyword of ORDER BY. */
    public String keyword() {
        return keyword;
    }

    /** SQL operator that holds for what comes later in this order. */
    public String beyond() {
        return beyond;
    }
}
