package org.campaignledger.platform.web.security.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuer, asked for what it publishes about itself when it is needed for the first time: a start does not depend on
 * it. Only signatures by a private key of its own are taken; neither none at all nor one by a shared secret.
 */
final class Issuer implements ClientRegistrationRepository {

    /** How clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final String ID = "start";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
    };
    private static final List<SignatureAlgorithm> SIGNATURES = List.of(SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384, SignatureAlgorithm.RS512, SignatureAlgorithm.PS256, SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384, SignatureAlgorithm.ES512);

    private final OidcSettings settings;
    private final ClientHttpRequestFactory requests;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private long failedAtNanos = System.nanoTime() - BETWEEN_TRIES.toNanos();

    Issuer(OidcSettings settings) {
        this.settings = settings;
        SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
        factory.setConnectTimeout(PATIENCE);
        factory.setReadTimeout(PATIENCE);
        this.requests = factory;
    }

    /**
     * What it publishes, and what follows from it.
     *
     * @param registration this ledger there; absent where no browser signs in by it
     * @param signedIn     reads what tells who signed in
     * @param bearer       reads bearer tokens; absent where none are taken
     */
    record Known(@Nullable ClientRegistration registration, @Nullable JwtDecoder signedIn,
            @Nullable JwtDecoder bearer) {}

    /** How requests to it are made: none waits longer than a few seconds. */
    ClientHttpRequestFactory requests() {
        return requests;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? known().registration() : null;
    }

    /**
     * What is known of it; asked for where it was not reached before.
     *
     * @throws IssuerAway it can't be reached, or is not what was configured
     */
    Known known() {
        Known before = known;
        if (before != null) {
            return before;
        }
        asking.lock();
        try {
            Known meanwhile = known;
            if (meanwhile != null) {
                return meanwhile;
            }
            // Whoever waited for somebody else's attempt does not make another one at once.
            if (System.nanoTime() - failedAtNanos < BETWEEN_TRIES.toNanos()) {
                throw new IssuerAway();
            }
            Known asked = ask();
            known = asked;
            return asked;
        } catch (RestClientException | IllegalArgumentException failed) {
            failedAtNanos = System.nanoTime();
            LOG.warn("The issuer {} can't be used: {}", settings.issuer(), failed.toString());
            throw new IssuerAway();
        } finally {
            asking.unlock();
        }
    }

    private Known ask() {
        Map<String, Object> published = RestClient.builder().requestFactory(requests).build().get()
                .uri(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration").retrieve()
                .body(MAP);
        if (published == null || !settings.issuer().equals(published.get("issuer"))
                || !(published.get("jwks_uri") instanceof String keys)) {
            throw new IllegalArgumentException("it is not " + settings.issuer() + ", or publishes no keys");
        }
        ClientRegistration registration = settings.clientId().isEmpty() ? null : registration(published);
        return new Known(registration,
                registration == null ? null : reading(keys, new OidcIdTokenValidator(registration)),
                settings.audience().isEmpty() ? null : reading(keys, bearerRules()));
    }

    private ClientRegistration registration(Map<String, Object> published) {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(published)
                .registrationId(ID).clientId(settings.clientId()).redirectUri("{baseUrl}" + ReturnFromTheIssuer.PATH)
                .scope("openid", "profile");
        return (settings.clientSecret().isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                : builder.clientSecret(settings.clientSecret())).build();
    }

    private OAuth2TokenValidator<Jwt> bearerRules() {
        return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW),
                new JwtIssuerValidator(settings.issuer()), new JwtAudienceValidator(settings.audience()),
                jwt -> jwt.getExpiresAt() != null
                        ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "it never ends", null)));
    }

    private JwtDecoder reading(String keys, OAuth2TokenValidator<Jwt> rules) {
        RestClient client = RestClient.builder().requestFactory(requests).build();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new IssuerKeys(() -> Objects.requireNonNullElse(
                client.get().uri(URI.create(keys)).retrieve().body(String.class), ""), System::nanoTime))
                .jwsAlgorithms(taken -> taken.addAll(SIGNATURES))
                // Issuers name the type of their tokens as they like; issuer and audience tell what one is for.
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {})).build();
        decoder.setJwtValidator(rules);
        return decoder;
    }
}
