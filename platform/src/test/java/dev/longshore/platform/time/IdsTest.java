package dev.longshore.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void time_ordered_ids_are_version_7_and_carry_the_millisecond() {
        UUID id = Ids.timeOrdered(NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void time_ordered_ids_sort_by_time_and_do_not_repeat() {
        assertThat(Ids.timeOrdered(NOON).toString())
                .isLessThan(Ids.timeOrdered(NOON.plusMillis(1)).toString());
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(Ids.timeOrdered(NOON));
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void name_based_ids_are_version_5_and_depend_on_the_parts_alone() {
        UUID id = Ids.nameBased("job", "2026-11-23T12:00:00Z");

        assertThat(id).isEqualTo(Ids.nameBased("job", "2026-11-23T12:00:00Z"));
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void name_based_ids_keep_their_parts_apart() {
        assertThat(Ids.nameBased("a", "bc")).isNotEqualTo(Ids.nameBased("ab", "c"));
        assertThat(Ids.nameBased("a")).isNotEqualTo(Ids.nameBased("a", ""));
    }
}
