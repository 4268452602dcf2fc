package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestLanguageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @Test
    void chineseIsTheDefault() {
        assertThat(RequestLanguage.of(request)).isEqualTo(Language.ZH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en|EN", "en-GB|EN", "EN-us|EN", "zh|ZH", "zh-Hant-TW|ZH", "fr|ZH", "*|ZH",
            "fr, en;q=0.5|EN", "en;q=0.5, zh;q=0.8|ZH", "zh;q=0, en|EN", "en;q=0|ZH", "en;q=x|ZH", ";;;|ZH",
            "english|ZH", "''|ZH"})
    void acceptLanguageIsReadByWeight(String header, Language expected) {
        request.addHeader("Accept-Language", header);

        assertThat(RequestLanguage.of(request)).isEqualTo(expected);
    }

    @Test
    void theCookieOutranksTheHeader() {
        request.addHeader("Accept-Language", "zh-CN");
        request.setCookies(new Cookie("other", "zh"), new Cookie("lang", "en"));

        assertThat(RequestLanguage.of(request)).isEqualTo(Language.EN);
    }

    @Test
    void theQueryOutranksTheCookie() {
        request.setCookies(new Cookie("lang", "en"));
        request.setQueryString("slang=en&lang=zh");

        assertThat(RequestLanguage.of(request)).isEqualTo(Language.ZH);
    }

    @Test
    void whatIsNoLanguageOfOursIsPassedOver() {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie("lang", ""));
        request.setQueryString("lang=de&lang=");

        assertThat(RequestLanguage.of(request)).isEqualTo(Language.EN);
    }
}
