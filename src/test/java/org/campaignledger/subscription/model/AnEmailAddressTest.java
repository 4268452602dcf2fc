package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnEmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"lin@example.org", "a.b+c@mail.example.cn", "x_1@a-b.example", "o'neil@example.org"})
    void aPlainOneIsTaken(String address) {
        assertThat(AnEmailAddress.is(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lin", "lin@", "@example.org", "lin@example", "lin@@example.org", "lin@example..org",
            ".lin@example.org", "lin.@example.org", "Lin <lin@example.org>", "lin@example.org,li@example.org",
            "lin@example.org\r\nBcc: all@example.org", "lin@example.org\n", "lin@example.org\u0000", "l in@example.org",
            "\"lin\"@example.org", "lin@[127.0.0.1]", "lin@-example.org", "lin@example.org;li@example.org"})
    void whatCouldMeanMoreIsNot(String address) {
        assertThat(AnEmailAddress.is(address)).isFalse();
    }

    @Test
    void oneThatIsTooLongIsNot() {
        assertThat(AnEmailAddress.is("a".repeat(64) + "@example.org")).isTrue();
        assertThat(AnEmailAddress.is("a".repeat(65) + "@example.org")).isFalse();
        assertThat(AnEmailAddress.is("a@" + "example.".repeat(32) + "org")).isFalse();
    }

    @Test
    void othersSeeOnlyWhereItIs() {
        assertThat(AnEmailAddress.masked("lin@example.org")).isEqualTo("l***@example.org");
    }
}
