package org.campaignledger.platform.works;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.works.media.Facts;
import org.campaignledger.platform.works.media.MediaInspector;
import org.campaignledger.platform.works.store.WorkStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a file again that stands in the store without a row: hashed anew and inspected like an upload, of whom and when
 * the events say that name it. Nothing is believed of the volume from which it came; copies made of it are made again.
 */
@Component
class WorkReturn {

    private final WorkStore store;
    private final PublicCopies copies;
    private final WorkTable table;
    private final LedgerStore ledger;
    private final EventCodec codec;
    private final TransactionTemplate transaction;

    WorkReturn(WorkStore store, PublicCopies copies, WorkTable table, LedgerStore ledger, EventCodec codec,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.copies = copies;
        this.table = table;
        this.ledger = ledger;
        this.codec = codec;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a work. */
    enum Outcome {
        /** It is served again. */
        ADOPTED,
        /** It was erased with its submitter, and is again. */
        DESTROYED,
        /** It was erased with its submitter, and the store does not have it. */
        GONE,
        /** The store does not have it. */
        NOT_THERE,
        /** What the store has is something else, or nothing that is taken. */
        REFUSED,
        /** Another instance is at it or was; or the store does not answer. */
        LATER
    }

    /**
     * What became of a work, and why.
     *
     * @param outcome what became of it
     * @param why     of one that is refused, for whoever runs the service; otherwise empty
     */
    record Returned(Outcome outcome, String why) {

        private static Returned as(Outcome outcome) {
            return new Returned(outcome, "");
        }
    }

    /** Takes a work in again, or destroys it, if it is there. */
    Returned of(NamedWorks.Named work) {
        try {
            if (!store.exists(work.sha256())) {
                return Returned.as(work.isForgotten() ? Outcome.GONE : Outcome.NOT_THERE);
            }
            return Objects.requireNonNull(transaction.execute(status -> alone(work)));
        } catch (WorkStore.NotKept gone) {
            return Returned.as(Outcome.NOT_THERE);
        } catch (IOException | UncheckedIOException trouble) {
            return Returned.as(Outcome.LATER);
        }
    }

    private Returned alone(NamedWorks.Named work) {
        if (!table.tryLock(work.sha256()) || table.isKnown(work.sha256())) {
            return Returned.as(Outcome.LATER);
        }
        try {
            // Whatever the volume brought along beside it is not known to be of these bytes.
            copies.delete(work.sha256());
            if (work.isForgotten()) {
                table.putErased(work.sha256(), InstantSource.system().instant());
                store.delete(work.sha256());
                return Returned.as(Outcome.DESTROYED);
            }
            return adopted(work);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private Returned adopted(NamedWorks.Named work) throws IOException {
        try (WorkStore.Local file = store.local(work.sha256())) {
            String found = sha256(file.path());
            if (!found.equals(work.sha256())) {
                return new Returned(Outcome.REFUSED, "its bytes have the digest " + found);
            }
            Facts facts = MediaInspector.inspect(file.path());
            WorkTable.Row row = new WorkTable.Row(WorkFacts.of(found, facts), facts.orientation(), facts.redaction());
            List<RecordedEvent> naming = ledger.at(work.positions());
            for (RecordedEvent event : naming) {
                String account = codec.decodeMetadata(event.metadata()).getOrDefault(MetadataKeys.ACCOUNT, "");
                table.put(row, account, event.recordedAt());
            }
            return naming.isEmpty() ? Returned.as(Outcome.LATER) : Returned.as(Outcome.ADOPTED);
        } catch (Refused unfit) {
            return new Returned(Outcome.REFUSED, "it is not taken: " + unfit.getMessage());
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestOutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(),
                MessageDigest.getInstance("SHA-256"))) {
            Files.copy(file, hashing);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
