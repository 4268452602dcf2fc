package org.campaignledger.platform.web.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.campaignledger.testing.AnIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.client.ResourceAccessException;

/** Whoever sends tokens that name keys at random makes the ledger ask the issuer a few times and not each time. */
class StrangersDoNotHaveTheIssuerAskedTest {

    private final RSAKey key = AnIssuer.anotherKey();
    private final AtomicLong nanos = new AtomicLong();
    private final List<RSAKey> published = new ArrayList<>(List.of(key));
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;
    private volatile CountDownLatch hanging = new CountDownLatch(0);
    private final IssuerKeys keys = new IssuerKeys(this::publish, nanos::get);

    private String publish() {
        asked.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (away) {
            throw new ResourceAccessException("away");
        }
        return new JWKSet(List.copyOf(published)).toString();
    }

    private static String jwt(String issuer, RSAKey by, String kid) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                new JWTClaimsSet.Builder().issuer(issuer).audience("https://ledger.example/api").subject("s")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
        jwt.sign(new RSASSASigner(by));
        return jwt.serialize();
    }

    /** Over HTTP, with the decoder that the door uses. */
    @Test
    void fiftyUnknownKeysAreTwoQuestionsAtTheMost() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        String issuer = "http://localhost:" + server.getAddress().getPort();
        answers(server, "/.well-known/openid-configuration", () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}"
                .formatted(issuer, issuer));
        answers(server, "/keys", this::publish);
        server.start();
        try {
            JwtDecoder bearer = Objects.requireNonNull(new Issuer(OidcSettings.of(new MockEnvironment().withProperty(
                    "ledger.oidc.issuer", issuer).withProperty("ledger.oidc.audience", "https://ledger.example/api")))
                    .known().bearer());
            RSAKey strange = AnIssuer.anotherKey();
            for (int i = 0; i < 50; i++) {
                String forged = jwt(issuer, strange, UUID.randomUUID().toString());
                assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> bearer.decode(forged));
            }
            assertThat(bearer.decode(jwt(issuer, key, key.getKeyID())).getSubject()).isEqualTo("s");
            assertThat(asked.get()).isBetween(1, 2);
        } finally {
            server.stop(0);
        }
    }

    private static void answers(HttpServer server, String path, Supplier<String> text) {
        server.createContext(path, exchange -> {
            byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private boolean has(RSAKey wanted) throws IOException {
        try {
            return !keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(wanted.getKeyID()).build()), null)
                    .isEmpty();
        } catch (RemoteKeySourceException gone) {
            throw new IOException(gone);
        }
    }

    /** Whoever comes while one of them waits for an issuer that hangs does not wait for it once more. */
    @Test
    void fiftyAtOnceAskAnIssuerThatIsAwayOnce() throws Exception {
        assertThat(has(key)).isTrue();
        nanos.addAndGet(IssuerKeys.KEPT.toNanos());
        CountDownLatch hangs = new CountDownLatch(1);
        away = true;
        hanging = hangs;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> has(key)));
            }
            hangs.countDown();
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).as("the keys of before serve").isTrue();
            }
        }
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void aNewKeyIsTakenAsSoonAsItMayBeAskedFor() throws IOException {
        assertThat(has(key)).isTrue();
        RSAKey second = AnIssuer.anotherKey();
        published.add(second);
        assertThat(has(second)).as("asked a moment ago").isFalse();
        nanos.addAndGet(IssuerKeys.BETWEEN.toNanos());
        assertThat(has(second)).isTrue();
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void aKeyThatIsWithdrawnIsTakenFiveMinutesAtTheMost() throws IOException {
        assertThat(has(key)).isTrue();
        published.clear();
        nanos.addAndGet(IssuerKeys.KEPT.minusSeconds(1).toNanos());
        assertThat(has(key)).isTrue();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(has(key)).isFalse();
    }

    @Test
    void whileTheIssuerIsAwayWhatIsKnownServesForAnHourAndNothingElseIsSaidToBeWrong() throws IOException {
        away = true;
        assertThatExceptionOfType(IOException.class).as("not that the token is wrong").isThrownBy(() -> has(key));
        away = false;
        assertThat(has(key)).isTrue();
        away = true;
        nanos.addAndGet(IssuerKeys.WITHOUT_THE_ISSUER.minusSeconds(1).toNanos());
        assertThat(has(key)).isTrue();
        nanos.addAndGet(IssuerKeys.BETWEEN.toNanos());
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> has(key));
    }
}
