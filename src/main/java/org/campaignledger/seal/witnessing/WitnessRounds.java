package org.campaignledger.seal.witnessing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the witnesses that have an address to cosign the candidate (C2SP tlog-witness), now and again, all at the same
 * time: none has to wait for one that does not answer. Nobody is called who is not configured.
 */
@Component
class WitnessRounds implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONFLICT = 409;
    /** More bytes than any answer of a witness has. */
    private static final long LONGEST = 65_536;
    private static final String UNREACHABLE = "unreachable";

    private final SealedLog log;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;
    private final Duration patience;
    private final List<LogProperties.Witness> asked;
    private final Repeating work;
    private final HttpClient client;
    /** What was last said of a witness that is in trouble, by its key. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Autowired
    WitnessRounds(SealedLog log, LogIdentity identity, Cosignatures cosignatures, LogProperties properties,
            MeterRegistry registry) {
        this(log, identity, cosignatures, properties, registry, PATIENCE);
    }

    WitnessRounds(SealedLog log, LogIdentity identity, Cosignatures cosignatures, LogProperties properties,
            MeterRegistry registry, Duration patience) {
        this.log = log;
        this.identity = identity;
        this.cosignatures = cosignatures;
        this.patience = patience;
        this.asked = properties.witnesses().stream().filter(witness -> witness.url() != null).toList();
        this.work = new Repeating("witness-rounds", properties.witnessPeriod(), () -> {
            round();
            return false;
        });
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
        Gauge.builder("ledger.seal.cosigned.age", cosignatures, Cosignatures::ageSeconds).baseUnit("seconds")
                .description("Time since the newest cosignature of a configured witness").register(registry);
    }

    /** Asks each of them once. */
    void round() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            asked.forEach(witness -> each.execute(() -> askAndTell(witness)));
        }
    }

    private void askAndTell(LogProperties.Witness witness) {
        String name = witness.verifier().name();
        try {
            ask(witness);
            if (told.remove(witness.key()) != null) {
                LOG.info("Witness {} cosigns again", name);
            }
        } catch (IOException | TimeoutException unreachable) {
            tell(witness, UNREACHABLE, unreachable);
        } catch (RuntimeException trouble) {
            tell(witness, String.valueOf(trouble.getMessage()), trouble);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once, until it answers again or something else is the matter with it. */
    private void tell(LogProperties.Witness witness, String what, Exception trouble) {
        if (!what.equals(told.put(witness.key(), what))) {
            LOG.warn("Witness {} has not cosigned: {}", witness.verifier().name(), trouble.toString());
        }
    }

    private void ask(LogProperties.Witness witness) throws IOException, InterruptedException, TimeoutException {
        VerifierKey key = witness.verifier();
        long size = log.candidateSize();
        long last = cosignatures.lastSizeOf(key);
        if (size == 0 || last >= size) {
            return;
        }
        HttpResponse<String> answer = send(witness, last, size);
        if (answer.statusCode() == CONFLICT) {
            long seen = Long.parseLong(answer.body().strip());
            if (seen > size) {
                size = newSize(seen); // another instance may have gone on meanwhile
            }
            if (seen > size) {
                return;
            }
            answer = send(witness, seen, size);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        String text = new Checkpoint(identity.origin(), size, log.root(size)).text();
        cosignatures.keep(size, cosignature(key, text, answer.body()));
    }

    /** The candidate, read again: smaller than what the witness has seen only if it has seen a newer one of ours. */
    private long newSize(long seen) {
        long sealed = log.size();
        if (seen > sealed) {
            throw new IllegalStateException("it says that it has seen size " + seen + " of a log of " + sealed);
        }
        return log.candidateSize();
    }

    private static Cosignature cosignature(VerifierKey key, String text, String body) {
        return body.lines().flatMap(line -> Cosignature.of(key, text, line).stream()).findFirst()
                .orElseThrow(() -> new IllegalStateException("its answer is not signed with its key"));
    }

    private HttpResponse<String> send(LogProperties.Witness witness, long from, long size)
            throws IOException, InterruptedException, TimeoutException {
        if (from < 0) {
            throw new IllegalStateException("it says that it has seen size " + from);
        }
        String proof = log.tree().consistency(from, size).stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n").collect(Collectors.joining());
        String body = "old " + from + "\n" + proof + "\n" + identity.signed(size, log.root(size));
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(
                HttpRequest.newBuilder(address(witness)).timeout(patience)
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8),
                        LONGEST));
        try {
            // The request's own timeout ends with the answer's head.
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private static URI address(LogProperties.Witness witness) {
        String url = witness.url() == null ? "" : witness.url().strip();
        return URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/add-checkpoint");
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

    @Override
    public void close() {
        stop();
        client.shutdownNow();
    }
}
