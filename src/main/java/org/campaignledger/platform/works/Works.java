package org.campaignledger.platform.works;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.Facts;
import org.campaignledger.platform.works.media.MediaInspector;
import org.campaignledger.platform.works.store.Incoming;
import org.campaignledger.platform.works.store.Receiving;
import org.campaignledger.platform.works.store.WorkStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The works: takes files in, tells what they are, forgets them. The row is written last and removed first, so that what
 * has a row has bytes. Times are those of the real clock, as everywhere where something expires.
 */
@Component
public class Works {

    /** How long a work is kept that nothing refers to, since it was last sent or {@linkplain #claim asked for}. */
    public static final Duration KEPT_UNREFERRED = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final WorkStore store;
    private final Receiving receiving;
    private final PublicCopies copies;
    private final WorkTable table;
    private final TransactionTemplate transaction;
    private final WorksProperties properties;
    private final InstantSource clock;

    /** Works of this store. */
    @Autowired
    public Works(WorkStore store, Receiving receiving, PublicCopies copies, WorkTable table,
            PlatformTransactionManager transactions, WorksProperties properties) {
        this(store, receiving, copies, table, transactions, properties, InstantSource.system());
    }

    Works(WorkStore store, Receiving receiving, PublicCopies copies, WorkTable table,
            PlatformTransactionManager transactions, WorksProperties properties, InstantSource clock) {
        this.store = store;
        this.receiving = receiving;
        this.copies = copies;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether this is a digest in the form in which works are named: 64 lower-case hexadecimal digits. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The most bytes that are taken. */
    public long maxBytes() {
        return properties.maxBytes();
    }

    /**
     * Takes a file in: reads it to the end or to the limit, inspects it, keeps it. The same bytes give the same answer,
     * whoever sends them and however often; bytes that were erased are taken again, as whoever owns them may have changed
     * their mind.
     *
     * @param account who sends it
     * @throws Refused 413 {@code too-large}; 422 {@code media-…} naming the field {@code file}; 503 {@code no-room} if the
     *                 store does not take it, and then nothing of it is left
     */
    public WorkFacts receive(InputStream in, String account) throws IOException {
        return receive(in, account, null).facts();
    }

    /**
     * The same where fewer bytes are taken.
     *
     * @param maxBytes refused as too large as soon as there are more, whatever the request says of its length
     */
    public WorkFacts receive(InputStream in, String account, long maxBytes) throws IOException {
        return receive(in, account, null, Math.min(maxBytes, properties.maxBytes())).facts();
    }

    /**
     * What was taken in.
     *
     * @param facts    of the work
     * @param isAgain  whether it is an earlier answer to the same key, and nothing was written
     */
    record Received(WorkFacts facts, boolean isAgain) {}

    /**
     * The same once, however often it is repeated under a key.
     *
     * @param key scope of an idempotency key; absent if none came
     * @throws Refused also 422 {@code idempotency-key-reused}
     */
    Received receive(InputStream in, String account, @Nullable String key) throws IOException {
        return receive(in, account, key, properties.maxBytes());
    }

    private Received receive(InputStream in, String account, @Nullable String key, long maxBytes) throws IOException {
        try (Incoming incoming = receiving.receive(in, maxBytes)) {
            Optional<WorkFacts> before = before(incoming.sha256(), key);
            if (before.isPresent()) {
                return new Received(before.get(), true);
            }
            Facts found = MediaInspector.inspect(incoming.file());
            WorkFacts facts = WorkFacts.of(incoming.sha256(), found);
            WorkTable.Row row = new WorkTable.Row(facts, found.orientation(), found.redaction());
            take(incoming, row, account, key);
            return new Received(facts, false);
        } catch (WorkStore.StoreFailure full) {
            throw noRoom(full);
        } catch (UncheckedIOException wrapped) {
            if (wrapped.getCause() instanceof WorkStore.StoreFailure full) {
                throw noRoom(full);
            }
            throw wrapped;
        }
    }

    private Optional<WorkFacts> before(String sha256, @Nullable String key) {
        Optional<String> answered = key == null ? Optional.empty() : table.answered(key);
        answered.ifPresent(first -> mustBe(first, sha256));
        return answered.flatMap(table::find).map(WorkTable.Row::facts);
    }

    private static void mustBe(String first, String sha256) {
        if (!first.equals(sha256)) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "idempotency-key-reused");
        }
    }

    /** Said before the bytes are kept and once they are: what is broken off in between is found by the sweep. */
    private void take(Incoming incoming, WorkTable.Row row, String account, @Nullable String key) throws IOException {
        String sha256 = incoming.sha256();
        transaction.executeWithoutResult(status -> table.announce(sha256, clock.instant()));
        // Outside a transaction, as it may take minutes; inside again, if it was swept in between.
        store.keep(incoming);
        transaction.executeWithoutResult(status -> {
            table.lock(sha256);
            again(incoming);
            table.put(row, account, clock.instant());
            if (key != null) {
                mustBe(table.answer(key, sha256, clock.instant()), sha256);
            }
        });
    }

    private void again(Incoming incoming) {
        try {
            if (!store.exists(incoming.sha256())) {
                store.keep(incoming);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static Refused noRoom(WorkStore.StoreFailure failure) {
        LOG.error("The store of works fails: {}", failure.getMessage());
        return Refused.of(Refused.Kind.UNAVAILABLE, "no-room");
    }

    /** What a work is; empty if there is none of this digest, or its bytes are gone. */
    public Optional<WorkFacts> find(String sha256) {
        return isDigest(sha256) ? table.find(sha256).map(WorkTable.Row::facts) : Optional.empty();
    }

    /** The same for whoever is about to refer to it: it is not forgotten for another {@link #KEPT_UNREFERRED}. */
    public Optional<WorkFacts> claim(String sha256) {
        return isDigest(sha256) && table.want(sha256, clock.instant()) ? find(sha256) : Optional.empty();
    }

    /** Whether this account has sent the bytes, first or later. */
    public boolean isUploadedBy(String sha256, String account) {
        return isDigest(sha256) && table.isUploadedBy(sha256, account);
    }

    /**
     * Destroys a work's bytes and everything made of them. Its digest stays, with the time; what it was and who sent it do
     * not. There being none is no harm.
     *
     * @throws Refused 503 {@code no-room} if the store does not do it; then the work is not to be had any more, and asking
     *                 again destroys its bytes
     */
    public void erase(String sha256) {
        if (!isDigest(sha256)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                table.lock(sha256);
                table.erase(sha256, clock.instant());
            });
            transaction.executeWithoutResult(status -> {
                table.lock(sha256);
                if (table.find(sha256).isEmpty()) {
                    destroy(sha256);
                }
            });
        } catch (UncheckedIOException trouble) {
            throw noRoom(new WorkStore.StoreFailure("erasing " + sha256, trouble));
        }
    }

    /**
     * Forgets a work, row and all, unless it was wanted since.
     *
     * @return whether it was forgotten
     */
    boolean forget(String sha256, Instant unwantedSince) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            table.lock(sha256);
            boolean gone = table.forget(sha256, unwantedSince);
            if (gone) {
                destroy(sha256);
            }
            return gone;
        }));
    }

    /** Destroys the bytes of an upload that was broken off after they were kept. */
    void clear(String sha256, Instant announcedBefore) {
        transaction.executeWithoutResult(status -> {
            table.lock(sha256);
            if (table.clear(sha256, announcedBefore)) {
                destroy(sha256);
            }
        });
    }

    private void destroy(String sha256) {
        try {
            store.delete(sha256);
            copies.delete(sha256);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
