package org.campaignledger.platform.web.security.oidc;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.campaignledger.platform.web.security.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was asked of the issuer (state, nonce, the verifier of PKCE), kept by the browser that asked, sealed, for ten
 * minutes: any instance takes up what another began, and nothing fills the memory for those who never come back.
 */
final class AskedOfTheIssuer implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "LEDGEROIDC";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final byte[] PURPOSE = COOKIE.getBytes(StandardCharsets.US_ASCII);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Aead sealing;
    private final InstantSource clock;

    /**
     * Sealed with this key, the same on every instance.
     *
     * @throws IllegalArgumentException it is of no length that AES has
     */
    AskedOfTheIssuer(byte[] key, InstantSource clock) {
        try {
            this.sealing = new AesGcmJce(key);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException(wrong);
        }
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(SessionCookie.called(COOKIE,
                        request))).findFirst()
                        .map(cookie -> opened(cookie.getValue())).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
            HttpServletResponse response) {
        write(asked == null ? "" : sealed(asked), asked == null ? Duration.ZERO : LASTS, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        write("", Duration.ZERO, request, response);
        return asked;
    }

    /** Lax: the browser comes back from the issuer's site, by a link that it follows. */
    private static void write(String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(SessionCookie.called(COOKIE, request), value)
                .httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").path(SessionCookie.isOfTheHostAlone(request)
                        ? "/"
                        : request.getContextPath() + "/login").maxAge(lasts)
                .build().toString());
    }

    private String sealed(OAuth2AuthorizationRequest asked) {
        ObjectNode json = JSON.createObjectNode().put("until", clock.millis() + LASTS.toMillis())
                .put("at", asked.getAuthorizationUri()).put("client", asked.getClientId())
                .put("back", asked.getRedirectUri()).put("state", asked.getState());
        ObjectNode attributes = json.putObject("attributes");
        asked.getAttributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.encrypt(
                    JSON.writeValueAsBytes(json), PURPOSE));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable OAuth2AuthorizationRequest opened(String cookie) {
        try {
            JsonNode json = JSON.readTree(sealing.decrypt(Base64.getUrlDecoder().decode(cookie), PURPOSE));
            if (json.path("until").longValue() < clock.millis()) {
                return null;
            }
            Map<String, Object> attributes = new HashMap<>();
            json.path("attributes").forEachEntry((name, value) -> attributes.put(name, value.stringValue()));
            return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(json.path("at").stringValue())
                    .clientId(json.path("client").stringValue()).redirectUri(json.path("back").stringValue())
                    .state(json.path("state").stringValue()).scopes(Set.of("openid", "profile"))
                    .attributes(all -> all.putAll(attributes)).build();
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException strange) {
            return null; // not one of ours: nothing was asked
        }
    }
}
