package org.campaignledger.seal.witnessing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.note.VerifierKey;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealedLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the witnesses that have an address to cosign the newest checkpoint (C2SP tlog-witness), now and again. Nobody is
 * called who is not configured.
 */
@Component
class WitnessRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONFLICT = 409;

    private final SealedLog log;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;
    private final List<LogProperties.Witness> asked;
    private final Repeating work;

    WitnessRounds(SealedLog log, LogIdentity identity, Cosignatures cosignatures, LogProperties properties) {
        this.log = log;
        this.identity = identity;
        this.cosignatures = cosignatures;
        this.asked = properties.witnesses().stream().filter(witness -> witness.url() != null).toList();
        this.work = new Repeating("witness-rounds", properties.witnessPeriod(), this::round);
    }

    private boolean round() {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            for (LogProperties.Witness witness : asked) {
                try {
                    ask(client, witness);
                } catch (IOException | IllegalStateException | IllegalArgumentException trouble) {
                    LOG.warn("Witness {} has not cosigned: {}", witness.verifier().name(), trouble.toString());
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return false;
    }

    private void ask(HttpClient client, LogProperties.Witness witness) throws IOException, InterruptedException {
        VerifierKey key = witness.verifier();
        long size = log.size();
        long last = cosignatures.lastSizeOf(key);
        if (size == 0 || last == size) {
            return;
        }
        HttpResponse<String> answer = send(client, witness, last, size);
        if (answer.statusCode() == CONFLICT) {
            long seen = Long.parseLong(answer.body().strip());
            if (seen > size) {
                throw new IllegalStateException("it says that it has seen size " + seen + " of a log of " + size);
            }
            answer = send(client, witness, seen, size);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        String text = new Checkpoint(identity.origin(), size, log.root(size)).text();
        Cosignature cosignature = answer.body().lines()
                .flatMap(line -> Cosignature.of(key, text, line).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("its answer is not signed with its key"));
        cosignatures.keep(size, cosignature);
    }

    private HttpResponse<String> send(HttpClient client, LogProperties.Witness witness, long from, long size)
            throws IOException, InterruptedException {
        String proof = log.tree().consistency(from, size).stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n").collect(Collectors.joining());
        String body = "old " + from + "\n" + proof + "\n" + identity.signed(size, log.root(size));
        String url = witness.url();
        return client.send(HttpRequest.newBuilder(URI.create((url == null ? "" : url) + "/add-checkpoint"))
                .timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void start() {
        if (!asked.isEmpty()) {
            work.start();
        }
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }
}
