package org.campaignledger.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static String canonical(String text) {
        return new String(CanonicalJson.bytes(StrictBinderTest.json(text)), StandardCharsets.UTF_8);
    }

    @Test
    void keysAreSortedAtEveryDepthAndWhiteSpaceIsGone() {
        assertThat(canonical("{ \"b\": [ {\"z\": 1, \"a\": null} ], \"a\": true, \"É\": {}, \"B\": [] }"))
                .isEqualTo("{\"B\":[],\"a\":true,\"b\":[{\"a\":null,\"z\":1}],\"É\":{}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.0, 1", "1e0, 1", "100, 100", "1e2, 100", "1.50, 1.5", "-0, 0", "0.0, 0", "-0.0, 0",
            "0.001, 0.001", "1e-3, 0.001", "12345678901234567890, 12345678901234567890", "1e400, 1E+400",
            "1e-400, 1E-400"})
    void equalNumbersHaveOneSpelling(String number, String expected) {
        assertThat(canonical("[" + number + "]")).isEqualTo("[" + expected + "]");
    }

    @Test
    void textsAreEscapedNoMoreThanNeeded() {
        assertThat(canonical("[\"\\u4e2d\\u002f\\/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u007f\\ud83d\\ude00\"]"))
                .isEqualTo("[\"中//\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u007F😀\"]");
    }

    @Test
    void textsAreNotNormalised() {
        assertThat(canonical("[\" ｆ \"]")).isEqualTo("[\" ｆ \"]");
    }

    @Test
    void theCanonicalFormOfTheCanonicalFormIsItself() {
        String once = canonical("{\"b\": [1.10, \"x\\u0007\", {}], \"a\": {\"y\": 1e3, \"x\": false}}");

        assertThat(canonical(once)).isEqualTo(once);
    }
}
