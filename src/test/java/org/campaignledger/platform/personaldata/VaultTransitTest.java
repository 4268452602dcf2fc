package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.campaignledger.platform.postgres.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys that somebody else wraps: nothing on the disk is of use without them, and nothing of a key is told. */
class VaultTransitTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN = "hvs.of-this-test";

    private final AesGcm inside = new AesGcm(new byte[32]);
    private HttpServer vault;
    private String address;
    private String broken = "";

    /** What Vault documents of its transit engine, and no more. */
    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/v1/transit/encrypt/campaign-ledger", exchange -> answer(exchange, "ciphertext", asked -> {
            byte[] plain = Base64.getDecoder().decode(asked.path("plaintext").stringValue());
            return "vault:v1:" + Base64.getEncoder().encodeToString(inside.encrypt(plain, new byte[0]));
        }));
        vault.createContext("/v1/transit/decrypt/campaign-ledger", exchange -> answer(exchange, "plaintext", asked -> {
            String wrapped = asked.path("ciphertext").stringValue().substring("vault:v1:".length());
            return Base64.getEncoder().encodeToString(inside.decrypt(Base64.getDecoder().decode(wrapped), new byte[0]));
        }));
        vault.start();
        address = "http://127.0.0.1:" + vault.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    private interface Doing {

        String with(JsonNode asked) throws GeneralSecurityException;
    }

    private void answer(HttpExchange exchange, String name, Doing doing) throws IOException {
        int status = 200;
        String body;
        try {
            if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
                status = 403;
                body = "{\"errors\":[\"permission denied\"]}";
            } else {
                body = broken.isEmpty()
                        ? "{\"data\":{\"" + name + "\":\"" + doing.with(JSON.readTree(exchange.getRequestBody()))
                                + "\"}}"
                        : broken;
            }
        } catch (GeneralSecurityException | RuntimeException wrong) {
            status = 400;
            body = "{\"errors\":[\"invalid ciphertext\"]}";
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private KeyManagement management(String token) {
        return KeyManagement.of(Map.of("address", address, "token", token)::get);
    }

    private GivenKeys given(String master) {
        return new GivenKeys(master, "", "", management(TOKEN));
    }

    @Test
    void whatLiesOnTheDiskIsWrappedAndTheNextStartHasTheSameKeys(@TempDir Path folder) throws IOException {
        LedgerKeys first = given("").in(folder);
        for (String file : new String[]{"master.key", "natural.key"}) {
            assertThat(Files.readString(folder.resolve(file))).startsWith("vault:v1:");
        }
        assertThat(given("").in(folder).masterFingerprint()).isEqualTo(first.masterFingerprint());
        assertThat(given("").found(folder).naturalFingerprint()).isEqualTo(first.naturalFingerprint());
        assertThatThrownBy(() -> new GivenKeys("", "", "", KeyManagement.NONE).in(folder))
                .isInstanceOf(StartRefused.class).hasMessageContaining("ledger.kms.vault.address");
    }

    @Test
    void aWrappedKeyIsGivenByConfigurationAsWellAsAPlainOne(@TempDir Path folder) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        String wrapped = management(TOKEN).wrap(key).orElseThrow();
        byte[] expected = new LedgerKeys(key, key).masterFingerprint();
        assertThat(given(wrapped).in(folder).masterFingerprint()).isEqualTo(expected);
        assertThat(given(Base64.getEncoder().encodeToString(key)).in(folder).masterFingerprint()).isEqualTo(expected);
    }

    @Test
    void whatIsRefusedIsSaidInASentenceWithoutAnythingSecret(@TempDir Path folder) {
        String wrapped = management(TOKEN).wrap(new byte[32]).orElseThrow();
        assertThatThrownBy(() -> management("hvs.wrong-one").unwrap(wrapped)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("403").hasMessageNotContaining("hvs").hasMessageNotContaining("vault:v1");
        assertThatThrownBy(() -> management(TOKEN).unwrap("vault:v1:AAAA")).isInstanceOf(StartRefused.class)
                .hasMessageContaining("400");
        broken = "{\"data\":{}}";
        assertThatThrownBy(() -> management(TOKEN).unwrap(wrapped)).hasMessageContaining("without plaintext");
        broken = "no json";
        assertThatThrownBy(() -> management(TOKEN).unwrap(wrapped)).hasMessageContaining("does not answer");
        vault.stop(0);
        assertThatThrownBy(() -> given("").in(folder)).isInstanceOf(StartRefused.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void anAnswerThatBeginsAndDoesNotEndIsNoneSoon() {
        CountDownLatch over = new CountDownLatch(1);
        vault.createContext("/v1/slow/decrypt/campaign-ledger", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            assertThatThrownBy(() -> new VaultTransit(address, TOKEN, "slow", "campaign-ledger", Duration.ofMillis(300))
                    .unwrap("vault:v1:AAAA")).isInstanceOf(StartRefused.class).hasMessageContaining("TimeoutException");
        } finally {
            over.countDown();
        }
    }

    @Test
    void aKeyThatIsGivenAsItIsIsWarnedOf(@TempDir Path folder) {
        Logger log = (Logger) LoggerFactory.getLogger(GivenKeys.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            String plain = Base64.getEncoder().encodeToString(new byte[32]);
            given(management(TOKEN).wrap(new byte[32]).orElseThrow()).in(folder);
            new GivenKeys(plain, "", "", KeyManagement.NONE).in(folder.resolve("without"));
            assertThat(lines.list).isEmpty();
            given(plain).in(folder);
            assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage()).contains(
                    "ledger.keys.master").doesNotContain(plain));
        } finally {
            log.detachAppender(lines);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://vault.example:8200,t,https", "https://vault.example,'',token", "vault.example,t,https"})
    void whatWouldGiveATokenAwayIsRefused(String at, String token, String message) {
        assertThatThrownBy(() -> KeyManagement.of(Map.of("address", at, "token", token)::get))
                .isInstanceOf(StartRefused.class).hasMessageContaining(message);
    }
}
