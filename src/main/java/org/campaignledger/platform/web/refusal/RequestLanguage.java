package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The language that a request is answered in: {@code ?lang=}, else the cookie, else Accept-Language, else Chinese. */
public final class RequestLanguage {

    /** Name of the query parameter and of the cookie. */
    public static final String NAME = "lang";

    private RequestLanguage() {}

    /** The language for this request. Reads neither body nor form, so that it can be asked for at any time. */
    public static Language of(HttpServletRequest request) {
        return Stream.of(fromQuery(request), fromCookie(request), fromHeader(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ZH);
    }

    /** From the query's own text: asking for a parameter would read the body of a form or an upload. */
    private static Optional<Language> fromQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> parameter.startsWith(NAME + "="))
                        .flatMap(parameter -> Language.ofTag(parameter.substring(NAME.length() + 1)).stream())
                        .findFirst();
    }

    private static Optional<Language> fromCookie(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .flatMap(cookie -> Language.ofTag(cookie.getValue()).stream())
                        .findFirst();
    }

    private static Optional<Language> fromHeader(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
            return wanted.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Language.ofTag(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
