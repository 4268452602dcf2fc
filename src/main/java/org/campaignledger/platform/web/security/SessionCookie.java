package org.campaignledger.platform.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browser's half of a session: 256 random bits, of which the database keeps a hash. */
public final class SessionCookie {

    /** Its name; behind TLS see {@link #called}. */
    public static final String NAME = "LEDGERSESSION";
    /** Browsers take a cookie of such a name only over TLS, for this host alone and for all of its paths. */
    private static final String HOST = "__Host-";

    private static final String GIVEN = SessionCookie.class.getName();
    private static final int ID_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionCookie() {}

    /**
     * What a cookie of ours is called in this request: over TLS with the prefix that lets neither a neighbouring host nor
     * a plain connection put one there; without TLS browsers would refuse that prefix. Only the one name is looked at.
     */
    public static String called(String name, HttpServletRequest request) {
        return isOfTheHostAlone(request) ? HOST + name : name;
    }

    /** Whether cookies have the prefix; then their path is that of the whole host. */
    public static boolean isOfTheHostAlone(HttpServletRequest request) {
        return request.isSecure() && request.getContextPath().isEmpty();
    }

    /** What the browser has, or was given by this very answer; absent where it has nothing that could be one. */
    public static @Nullable String idOf(HttpServletRequest request) {
        if (request.getAttribute(GIVEN) instanceof String given) {
            return given.isEmpty() ? null : given;
        }
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            String name = called(NAME, request);
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && ID.matcher(cookie.getValue()).matches()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** What the database knows of an id: its SHA-256. */
    public static byte[] hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives the browser a new id, in place of what it had. */
    public static String give(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        send(request, response, id, null);
        return id;
    }

    /** Takes it away. */
    static void take(HttpServletRequest request, HttpServletResponse response) {
        if (idOf(request) != null) {
            send(request, response, "", Duration.ZERO);
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value,
            @Nullable Duration age) {
        request.setAttribute(GIVEN, value);
        add(request, response, NAME, value, age);
    }

    /** A cookie that no script reads and no other site sends along. */
    static void add(HttpServletRequest request, HttpServletResponse response, String name, String value,
            @Nullable Duration age) {
        ResponseCookie.ResponseCookieBuilder cookie = ResponseCookie.from(called(name, request), value).httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure()).path(request.getContextPath() + "/");
        response.addHeader(HttpHeaders.SET_COOKIE, (age == null ? cookie : cookie.maxAge(age)).build().toString());
    }
}
