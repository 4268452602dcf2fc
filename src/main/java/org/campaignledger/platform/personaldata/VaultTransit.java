package org.campaignledger.platform.personaldata;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transit engine of HashiCorp Vault, or whatever answers like it (OpenBao): it encrypts and decrypts, and never
 * gives its own key away. Its ciphertexts say themselves what they are ({@code vault:v1:…}).
 */
final class VaultTransit implements KeyManagement {

    private static final String PREFIX = "vault:";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String root;
    private final String token;
    private final String key;
    private final Duration patience;

    /**
     * At this address.
     *
     * @throws KeysRefused the address is none to which a token may be sent, or the token is missing
     */
    VaultTransit(String address, String token, String mount, String key) {
        this(address, token, mount, key, PATIENCE.plus(PATIENCE));
    }

    /** The same with another patience, for all of an answer. */
    VaultTransit(String address, String token, String mount, String key, Duration patience) {
        URI at = URI.create(address);
        if (!"https".equals(at.getScheme())
                && !("http".equals(at.getScheme()) && at.getHost() != null && LOOPBACK.contains(at.getHost()))) {
            throw new KeysRefused("ledger.kms.vault.address must be an https address.");
        }
        if (token.isEmpty()) {
            throw new KeysRefused("ledger.kms.vault.token is missing.");
        }
        this.root = address.replaceFirst("/$", "") + "/v1/" + mount;
        this.token = token;
        this.key = key;
        this.patience = patience;
    }

    static boolean isWrapped(String text) {
        return text.startsWith(PREFIX);
    }

    @Override
    public Optional<String> wrap(byte[] plain) {
        return Optional.of(ask("encrypt", "plaintext", Base64.getEncoder().encodeToString(plain), "ciphertext"));
    }

    @Override
    public byte[] unwrap(String wrapped) {
        return KeyFiles.decode(ask("decrypt", "ciphertext", wrapped, "plaintext"));
    }

    /** A request's own patience ends with the first line of its answer; the rest has to come, too. */
    private HttpResponse<byte[]> within(HttpClient http, HttpRequest request)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).get(patience.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            http.shutdownNow(); // else closing it waits for the rest
            throw slow;
        }
    }

    private static String reason(Exception failed) {
        Throwable cause = failed instanceof ExecutionException && failed.getCause() != null
                ? failed.getCause()
                : failed;
        return cause.getClass().getSimpleName();
    }

    /** Neither what is sent nor what comes back is ever part of a message. */
    private String ask(String operation, String name, String value, String wanted) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1)
                .build()) {
            HttpResponse<byte[]> answer = within(http, HttpRequest.newBuilder(URI.create(root + "/" + operation + "/"
                    + key)).timeout(PATIENCE).header("X-Vault-Token", token).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(JSON.createObjectNode().put(
                            name, value)))).build());
            if (answer.statusCode() != 200) {
                throw new KeysRefused("The key management refuses to " + operation + " a key of this ledger: "
                        + answer.statusCode() + ".");
            }
            JsonNode found = JSON.readTree(answer.body()).path("data").path(wanted);
            if (!found.isString()) {
                throw new KeysRefused("The key management answers without " + wanted + ".");
            }
            return found.stringValue();
        } catch (ExecutionException | TimeoutException | JacksonException failed) {
            throw new KeysRefused("The key management at ledger.kms.vault.address does not answer: "
                    + reason(failed) + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KeysRefused("The start was interrupted.");
        }
    }
}
