package org.campaignledger.seal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.seal.tree.Edge;

/** A log that grows at a test's word, and its instances. */
public final class GrowingLog implements AutoCloseable {

    private static final String ORIGIN = "test/log";
    private static final SigningKey KEY = new SigningKey(ORIGIN, new byte[SigningKey.SEED_BYTES]);

    private final SealDatabase database = new SealDatabase();
    private final SealStore store = new SealStore(database.jdbc(), database.bulk());

    /** An empty one. */
    public GrowingLog() {
        database.jdbc().sql("insert into seal_log (origin, size, root) values ('test/log', 0, sha256(''::bytea))")
                .update();
    }

    /** Its database. */
    public SealDatabase database() {
        return database;
    }

    /** Seals up to this size. */
    public void growTo(long size) {
        Edge edge = new Edge(store.sealed().size(), store::stored);
        while (edge.size() < size) {
            edge.append(ByteBuffer.allocate(32).putLong(edge.size()).array());
        }
        store.keep(edge, edge.root());
        edge.kept();
    }

    /** How an instance is configured. */
    public static LogProperties properties(int quorum, LogProperties.Witness... witnesses) {
        return new LogProperties(ORIGIN, null, null, Duration.ofSeconds(1), 1, Duration.ofSeconds(1),
                List.of(witnesses), quorum, Duration.ofSeconds(1), Duration.ofSeconds(60));
    }

    /** Who signs it. */
    public static LogIdentity identity() {
        return new LogIdentity(ORIGIN, KEY, Optional.empty(), List.of(KEY.verifier()));
    }

    /** What an instance knows of cosignatures. */
    public Cosignatures cosignatures(LogProperties properties) {
        return new Cosignatures(database.jdbc(), properties);
    }

    /** An instance. */
    public SealedLog instance(LogProperties properties) {
        return new SealedLog(store, identity(), cosignatures(properties), properties);
    }

    /** An instance that asks for so many of these witnesses. */
    public SealedLog instance(int quorum, TestWitness... witnesses) {
        return instance(properties(quorum, List.of(witnesses).stream().map(each -> each.at(null))
                .toArray(LogProperties.Witness[]::new)));
    }

    /** What is signed at a size. */
    public String text(long size) {
        return new Checkpoint(ORIGIN, size, instance(0).root(size)).text();
    }

    /** The checkpoint of a size, signed by the log. */
    public String note(long size) {
        return identity().signed(size, instance(0).root(size));
    }

    /** The witness cosigns a size. */
    public void cosigned(long size, TestWitness witness) {
        String text = text(size);
        Cosignature made = Cosignature.of(witness.key(), text, witness.line(text, Instant.now().getEpochSecond()))
                .orElseThrow();
        cosignatures(properties(0)).keep(size, made);
    }

    /** The candidate has waited for longer than it may. */
    public void theCandidateIsOld() {
        database.jdbc().sql("update seal_publication set candidate_since = candidate_since - interval '61 s'").update();
    }

    @Override
    public void close() {
        database.close();
    }
}
