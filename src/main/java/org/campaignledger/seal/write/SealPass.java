package org.campaignledger.seal.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One batch of sealing: what was committed since the last one becomes leaves, tiles and a checkpoint, in one
 * transaction. It holds the log's row, so that of several instances one seals at a time and goes on where the other has
 * stopped; a crash at any point leaves the log as it was before or after.
 */
@Component
class SealPass {

    private static final int BATCH = 20_000;

    private final LedgerStore store;
    private final SealStore log;
    private final LogIdentity identity;
    private final TransactionTemplate transaction;
    private final Counter leaves;
    private final Entry entries = new Entry();
    private @Nullable Edge edge;
    private boolean certain;
    private volatile long sealed;
    private volatile long backlog;
    private volatile long behindSinceNanos;

    SealPass(LedgerStore store, SealStore log, LogIdentity identity, PlatformTransactionManager transactions,
            MeterRegistry registry) {
        this.store = store;
        this.log = log;
        this.identity = identity;
        this.transaction = new TransactionTemplate(transactions);
        this.leaves = Counter.builder("ledger.seal.leaves").description("Events sealed by this instance")
                .register(registry);
        Gauge.builder("ledger.seal.position", this, pass -> pass.sealed)
                .description("The last position that is sealed").register(registry);
        Gauge.builder("ledger.seal.backlog", this, pass -> pass.backlog)
                .description("Events that are committed and not yet sealed").register(registry);
        Gauge.builder("ledger.seal.lag", this, SealPass::lagSeconds).baseUnit("seconds")
                .description("For how long there has been something to seal").register(registry);
    }

    private double lagSeconds() {
        return backlog == 0 ? 0 : Duration.ofNanos(System.nanoTime() - behindSinceNanos).toMillis() / 1_000.0;
    }

    /** Seals up to {@link #BATCH} events. Answers whether there are more. */
    synchronized boolean seal() {
        long head = store.head();
        tell(head);
        if (certain && head <= sealed) {
            return false;
        }
        certain = false; // until the commit is heard of
        Edge before = edge;
        edge = null;
        Edge grown = grown(before, head);
        edge = grown;
        leaves.increment(Math.max(0, grown.size() - sealed));
        sealed = grown.size();
        certain = true;
        tell(head);
        return head > sealed;
    }

    private Edge grown(@Nullable Edge before, long head) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> sealUpTo(before, head)));
        } catch (LogChanged changed) {
            log.raise(changed.alarm());
            throw changed;
        }
    }

    private Edge sealUpTo(@Nullable Edge before, long head) {
        SealStore.Sealed kept = log.sealedLocked();
        mustBeTheKeyInUse();
        long size = kept.size();
        Edge growing = before == null || before.size() != size ? edgeOf(size) : before;
        if (!Arrays.equals(growing.root(), kept.root())) {
            // Signing what somebody has made of the last tiles would make it ours.
            throw new LogChanged(new SealStore.Alarm(size, "tree"));
        }
        long to = Math.min(head, size + BATCH);
        if (to > size) {
            append(growing, size, to);
            byte[] root = growing.root();
            log.keep(growing, root, identity.signed(growing.size(), root));
            growing.kept();
        }
        return growing;
    }

    private Edge edgeOf(long size) {
        try {
            return new Edge(size, log::stored);
        } catch (EmptyResultDataAccessException | IndexOutOfBoundsException gone) {
            throw new LogChanged(new SealStore.Alarm(size, "tree"));
        }
    }

    private void mustBeTheKeyInUse() {
        String mine = identity.key().verifier().toString();
        if (!log.newestKey().orElse(mine).equals(mine)) {
            throw new IllegalStateException("another instance has brought in a new key of the log; this one needs it,"
                    + " and a start");
        }
    }

    private void append(Edge growing, long from, long to) {
        store.stream(from, to, event -> {
            mustBeNext(growing, event);
            growing.append(entries.leafHash(event));
        });
        if (growing.size() != to) {
            throw new LogChanged(new SealStore.Alarm(growing.size() + 1, "missing"));
        }
    }

    private static void mustBeNext(Edge growing, RecordedEvent event) {
        if (event.position() != growing.size() + 1) {
            throw new LogChanged(new SealStore.Alarm(growing.size() + 1, "missing"));
        }
    }

    private void tell(long head) {
        long behind = Math.max(0, head - sealed);
        if (backlog == 0 && behind > 0) {
            behindSinceNanos = System.nanoTime();
        }
        backlog = behind;
    }
}
