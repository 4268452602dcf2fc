package org.campaignledger.seal.write;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Entry;
import org.campaignledger.seal.tree.Tile;
import org.campaignledger.seal.tree.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks round after round whether the ledger still is what was sealed: every event against its leaf, every tile against
 * the level above, all of them against the root. It goes slowly, so that nobody else has to wait for it. A difference is
 * an alarm: a metric, a line in the log and a banner on every page, until a whole round finds none.
 */
@Component
class Check implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Check.class);
    private static final int HASH = 32;

    private final LedgerStore store;
    private final SealStore log;
    private final LogProperties properties;
    private final Repeating work;
    private final Entry entries = new Entry();
    private volatile boolean alarmed;
    private volatile long rounds;

    Check(LedgerStore store, SealStore log, LogProperties properties, MeterRegistry registry) {
        this.store = store;
        this.log = log;
        this.properties = properties;
        this.work = new Repeating("seal-check", properties.checkPause(), this::round);
        Gauge.builder("ledger.seal.alarm", this, check -> check.alarmed ? 1 : 0)
                .description("1 while the ledger differs from what was sealed").register(registry);
        Gauge.builder("ledger.seal.check.rounds", this, check -> check.rounds)
                .description("Rounds in which the whole ledger was compared with what was sealed").register(registry);
    }

    private boolean round() {
        SealStore.Sealed sealed = log.sealed();
        Optional<SealStore.Alarm> found = firstDifference(sealed);
        if (!work.isRunning()) {
            return false; // broken off, hence nothing is known
        }
        found.ifPresentOrElse(this::alarm, this::calm);
        rounds++;
        return false;
    }

    private void alarm(SealStore.Alarm alarm) {
        alarmed = true;
        if (log.raise(alarm)) {
            LOG.error("The ledger is not what was sealed: from position {} on ({})", alarm.position(), alarm.kind());
        }
    }

    private void calm() {
        alarmed = false;
        if (log.allIsWell()) {
            LOG.warn("The ledger is as it was sealed, again");
        }
    }

    /** The first difference; empty if there is none, or if the round was broken off. */
    Optional<SealStore.Alarm> firstDifference(SealStore.Sealed sealed) {
        for (long from = 0; from < sealed.size(); from += Tile.WIDTH) {
            Tile tile = new Tile(0, from / Tile.WIDTH);
            byte[] hashes = log.stored(tile);
            Optional<SealStore.Alarm> difference = difference(from, hashes, tile.widthIn(sealed.size()));
            if (difference.isPresent()) {
                return difference;
            }
            if (work.isRunning() && !work.rest(Duration.ofNanos(
                    Tile.WIDTH * 1_000_000_000L / Math.max(1, properties.checkRate())))) {
                return Optional.empty();
            }
        }
        return treeStands(sealed) ? Optional.empty() : Optional.of(new SealStore.Alarm(sealed.size(), "tree"));
    }

    private Optional<SealStore.Alarm> difference(long from, byte[] hashes, int width) {
        List<RecordedEvent> events = new ArrayList<>(store.readAfter(from, width));
        for (int i = 0; i < width; i++) {
            long position = from + i + 1;
            if (i >= events.size() || events.get(i).position() != position) {
                return Optional.of(new SealStore.Alarm(position, "missing"));
            }
            byte[] leaf = entries.leafHash(events.get(i));
            if (!Arrays.equals(leaf, 0, HASH, hashes, i * HASH, (i + 1) * HASH)) {
                return Optional.of(new SealStore.Alarm(position, "changed"));
            }
        }
        return Optional.empty();
    }

    private boolean treeStands(SealStore.Sealed sealed) {
        Tree tree = new Tree(log::stored);
        for (int level = 1; sealed.size() >> (8 * level) > 0; level++) {
            for (long n = 0; n * Tile.WIDTH < sealed.size() >> (8 * level); n++) {
                if (!standsOnTheLevelBelow(tree, new Tile(level, n), sealed.size())) {
                    return false;
                }
            }
        }
        return Arrays.equals(tree.root(sealed.size()), sealed.root());
    }

    private boolean standsOnTheLevelBelow(Tree tree, Tile tile, long size) {
        byte[] hashes = log.stored(tile);
        for (int i = 0; i < tile.widthIn(size); i++) {
            byte[] below = tree.rootOfFull(log.stored(new Tile(tile.level() - 1, tile.index() * Tile.WIDTH + i)));
            if (!Arrays.equals(below, 0, HASH, hashes, i * HASH, (i + 1) * HASH)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void start() {
        alarmed = log.alarm().isPresent();
        if (properties.checkRate() > 0) {
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
    public int getPhase() {
        return DEFAULT_PHASE - 4_000;
    }
}
