package org.campaignledger.seal.write;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Entry;
import org.campaignledger.seal.tree.Tile;
import org.campaignledger.seal.tree.Tree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private final JsonMapper json = JsonMapper.shared();
    private volatile long rounds;

    Check(LedgerStore store, SealStore log, LogProperties properties, MeterRegistry registry) {
        this.store = store;
        this.log = log;
        this.properties = properties;
        this.work = new Repeating("seal-check", properties.checkPause(), this::round);
        Gauge.builder("ledger.seal.check.rounds", this, check -> check.rounds)
                .description("Rounds in which the whole ledger was compared with what was sealed").register(registry);
    }

    private boolean round() {
        OffsetDateTime began = log.now();
        SealStore.Sealed sealed = log.sealed();
        Optional<SealStore.Alarm> found = firstDifference(sealed);
        if (!work.isRunning()) {
            return false; // broken off, hence nothing is known
        }
        if (found.isPresent()) {
            log.raise(found.get());
        } else if (log.allIsWell(began, sealed.size())) {
            LOG.warn("The ledger is as it was sealed, again");
        }
        rounds++;
        return false;
    }

    /** The first difference; empty if there is none, or if the round was broken off. */
    Optional<SealStore.Alarm> firstDifference(SealStore.Sealed sealed) {
        for (long from = 0; from < sealed.size(); from += Tile.WIDTH) {
            Optional<SealStore.Alarm> difference = difference(from, new Tile(0, from / Tile.WIDTH), sealed.size());
            if (difference.isPresent()) {
                return difference;
            }
            if (work.isRunning() && !work.rest(Duration.ofNanos(
                    Tile.WIDTH * 1_000_000_000L / Math.max(1, properties.checkRate())))) {
                return Optional.empty();
            }
        }
        return treeDifference(sealed);
    }

    private Optional<SealStore.Alarm> treeDifference(SealStore.Sealed sealed) {
        try {
            if (!treeStands(sealed)) {
                return Optional.of(new SealStore.Alarm(sealed.size(), "tree"));
            }
            Tree tree = new Tree(log::hashes);
            for (String note : log.keptCheckpoints(Long.MAX_VALUE)) {
                Checkpoint checkpoint = Checkpoint.parse(note);
                if (checkpoint.size() <= sealed.size()
                        && !Arrays.equals(tree.root(checkpoint.size()), checkpoint.root())) {
                    return Optional.of(new SealStore.Alarm(checkpoint.size(), "forked"));
                }
            }
            return Optional.empty();
        } catch (EmptyResultDataAccessException | IndexOutOfBoundsException | IllegalArgumentException changed) {
            return Optional.of(new SealStore.Alarm(sealed.size(), "tree"));
        }
    }

    private Optional<SealStore.Alarm> difference(long from, Tile tile, long size) {
        int width = tile.widthIn(size);
        byte[] hashes;
        try {
            hashes = log.stored(tile);
        } catch (EmptyResultDataAccessException gone) {
            return Optional.of(new SealStore.Alarm(from + 1, "tree"));
        }
        if (hashes.length < width * HASH || hashes.length > Tile.WIDTH * HASH) {
            return Optional.of(new SealStore.Alarm(from + 1, "tree"));
        }
        List<SealStore.Alarm> found = new ArrayList<>(1);
        long[] next = {from + 1};
        store.stream(from, from + width, event -> {
            if (found.isEmpty() && event.position() != next[0]) {
                found.add(new SealStore.Alarm(next[0], "missing"));
            } else if (found.isEmpty() && !isAsSealed(event, hashes, (int) (event.position() - 1 - from) * HASH)) {
                found.add(new SealStore.Alarm(event.position(), "changed"));
            }
            next[0]++;
        });
        if (found.isEmpty() && next[0] <= from + width) {
            found.add(new SealStore.Alarm(next[0], "missing"));
        }
        return found.stream().findFirst();
    }

    /** An event from which no entry can be made is another than was sealed; so is one whose columns were moved. */
    private boolean isAsSealed(RecordedEvent event, byte[] hashes, int at) {
        try {
            return Arrays.equals(entries.leafHash(event), 0, HASH, hashes, at, at + HASH) && isWhoItSays(event);
        } catch (RuntimeException unmakeable) {
            LOG.debug("No entry can be made of position {}", event.position(), unmakeable);
            return false;
        }
    }

    private boolean isWhoItSays(RecordedEvent event) {
        JsonNode metadata = json.readTree(event.metadata());
        return agrees(metadata, MetadataKeys.EVENT_ID, event.eventId())
                && agrees(metadata, MetadataKeys.AGGREGATE_TYPE, event.aggregateType())
                && agrees(metadata, MetadataKeys.AGGREGATE_ID, event.aggregateId())
                && agrees(metadata, MetadataKeys.SEQUENCE, event.sequence());
    }

    private static boolean agrees(JsonNode metadata, String key, Object column) {
        JsonNode sealed = metadata.path(key);
        return sealed.isMissingNode() || sealed.asString().equals(column.toString());
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
