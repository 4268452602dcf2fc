package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowsersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox · Windows",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36|Chrome · Linux",
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0|Edge · Windows",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1|Safari · iOS",
            "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile MicroMessenger/8.0|WeChat · Android",
            "Mozilla/5.0|''"})
    void aBrowserIsKnownByMakeAndSystem(String header, String name) {
        assertThat(Browsers.of(header)).isEqualTo(name);
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(Browsers.of(null)).isEmpty();
    }
}
