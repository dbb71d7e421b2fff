package dev.longshore.history.request;

import dev.longshore.platform.web.InvalidRequestException;
import java.util.stream.Stream;

/** One of the things that a list can be sorted by; each list has an enumeration of its own. */
public interface SortKey {
    SortColumn column();

    /**
     * The key that a sort names.
     *
     * @param sort as in the API: a field, a leading minus for descending
     * @param listed what is sorted, in the plural, for the message of a refusal
     * @throws InvalidRequestException when the list has no such field
     */
    static <K extends Enum<K> & SortKey> K named(Class<K> keys, String sort, String listed) {
        String field = SortDirection.of(sort).fieldOf(sort);
        return Stream.of(keys.getEnumConstants())
                .filter(key -> key.column().field().equals(field))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.of(
                        "sort",
                        sort,
                        "must be one of %s, with a leading - for descending; %s are sorted by one field at a time"
                                .formatted(
                                        Stream.of(keys.getEnumConstants())
                                                .map(key -> key.column().field())
                                                .toList(),
                                        listed)));
    }
}
