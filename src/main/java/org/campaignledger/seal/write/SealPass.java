package org.campaignledger.seal.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Entry;
import org.jspecify.annotations.Nullable;
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
        if (head <= sealed) {
            return false;
        }
        boolean done = false;
        try {
            transaction.executeWithoutResult(status -> sealUpTo(head));
            done = true;
        } catch (MissingPosition gap) {
            log.raise(new SealStore.Alarm(gap.position(), "missing"));
            throw gap;
        } finally {
            if (!done) {
                edge = null; // whether it was committed or not, the rows tell
            }
        }
        tell(head);
        return head > sealed;
    }

    private void sealUpTo(long head) {
        long size = log.sealedLocked().size();
        Edge growing = edge;
        if (growing == null || growing.size() != size) {
            growing = new Edge(size, log::stored);
        }
        long to = Math.min(head, size + BATCH);
        if (to > size) {
            append(growing, size, to);
            byte[] root = growing.root();
            log.keep(growing, root, identity.signed(growing.size(), root));
            growing.kept();
            leaves.increment(to - size);
        }
        edge = growing;
        sealed = growing.size();
    }

    private void append(Edge growing, long from, long to) {
        store.stream(from, to, event -> {
            mustBeNext(growing, event);
            growing.append(entries.leafHash(event));
        });
        if (growing.size() != to) {
            throw new MissingPosition(growing.size() + 1);
        }
    }

    private static void mustBeNext(Edge growing, RecordedEvent event) {
        if (event.position() != growing.size() + 1) {
            throw new MissingPosition(growing.size() + 1);
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
