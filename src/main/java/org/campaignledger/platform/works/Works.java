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
        try (Incoming incoming = receiving.receive(in, properties.maxBytes())) {
            Facts found = MediaInspector.inspect(incoming.file());
            WorkFacts facts = WorkFacts.of(incoming.sha256(), found);
            WorkTable.Row row = new WorkTable.Row(facts, found.orientation(), found.redaction());
            // Outside the transaction, as it may take minutes; inside again, if it was swept in between.
            store.keep(incoming);
            transaction.executeWithoutResult(status -> {
                table.lock(facts.sha256());
                again(incoming);
                table.put(row, account, clock.instant());
            });
            return facts;
        } catch (WorkStore.StoreFailure full) {
            throw noRoom(full);
        } catch (UncheckedIOException wrapped) {
            if (wrapped.getCause() instanceof WorkStore.StoreFailure full) {
                throw noRoom(full);
            }
            throw wrapped;
        }
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

    private void destroy(String sha256) {
        try {
            store.delete(sha256);
            copies.delete(sha256);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
