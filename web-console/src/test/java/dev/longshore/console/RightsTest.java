package dev.longshore.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
    /** Every pair of roles and of these source lists. */
    @Test
    void the_common_rights_are_within_both_and_nothing_more_is() {
        List<Rights> all = List.of(Role.values()).stream()
                .flatMap(role -> sources().stream().map(names -> new Rights(role, names.isEmpty() ? null : names)))
                .toList();
        for (Rights one : all) {
            for (Rights other : all) {
                Rights common = one.within(other);
                assertThat(one.contains(common)).as("%s in %s", common, one).isTrue();
                assertThat(other.contains(common)).as("%s in %s", common, other).isTrue();
                assertThat(common).isEqualTo(other.within(one));
                all.stream()
                        .filter(third -> one.contains(third) && other.contains(third))
                        .forEach(third -> assertThat(common.contains(third))
                                .as("%s in %s", third, common)
                                .isTrue());
            }
        }
    }

    @Test
    void only_an_administrator_of_all_sources_administers_the_installation() {
        assertThat(new Rights(Role.ADMIN, null).administers()).isTrue();
        assertThat(new Rights(Role.ADMIN, List.of("IWD")).administers()).isFalse();
        assertThat(new Rights(Role.EXPORTER, null).administers()).isFalse();
    }

    @Test
    void no_common_source_is_not_all_sources() {
        Rights nothing = new Rights(Role.ADMIN, List.of("IWD")).within(new Rights(Role.ADMIN, List.of("UCS")));

        assertThat(nothing.sourcesClaim()).isEmpty();
        assertThat(new Rights(Role.ADMIN, null).sourcesClaim()).containsExactly("*");
    }

    private static List<List<String>> sources() {
        return List.of(List.of(), List.of("A"), List.of("B"), List.of("A", "B"));
    }
}
