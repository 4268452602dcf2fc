package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedTextTest {

    @Test
    void placesAreFilledByName() {
        assertThat(new NamedText("from {from} to {to}").with(Map.of("to", "2", "from", "1"))).isEqualTo("from 1 to 2");
    }

    @Test
    void aPlaceWithoutAValueIsSeenToBeEmpty() {
        assertThat(new NamedText("at most {max}").with(Map.of())).isEqualTo("at most ?");
    }

    @Test
    void anOptionalPartIsLeftOutWhereAValueIsAbsentOrEmpty() {
        NamedText text = new NamedText("wrong[; at least {min}][; from {from} to {to}].");

        assertThat(text.with(Map.of("min", "1"))).isEqualTo("wrong; at least 1.");
        assertThat(text.with(Map.of("from", "a", "to", ""))).isEqualTo("wrong.");
        assertThat(text.with(Map.of("from", "a", "to", "b"))).isEqualTo("wrong; from a to b.");
    }

    @Test
    void valuesAreNotReadAsPlaces() {
        assertThat(new NamedText("[{a}]{b}").with(Map.of("a", "{b}[x]$1\\", "b", "{a}"))).isEqualTo("{b}[x]$1\\{a}");
    }

    @Test
    void namesAreThoseOfAllPlaces() {
        assertThat(new NamedText("{b} [{a} {b}]").names()).containsExactly("a", "b");
    }
}
