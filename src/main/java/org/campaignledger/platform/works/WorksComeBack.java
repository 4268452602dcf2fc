package org.campaignledger.platform.works;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.platform.works.WorkReturn.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After a restore, works are taken in again from the store, when they have been put back into it: an archive holds their
 * digests alone. Looks as soon as everything that was restored is in the registers, and again every few minutes until
 * nothing that a record names is missing; any number of instances share the work. A ledger that was never restored costs
 * one question at the start.
 */
@Component
public class WorksComeBack {

    /** How long after a look that found something missing it is looked again. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(WorksComeBack.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final WorkReturn returning;
    private final ObjectProvider<NamedWorks> slices;
    private final InstantSource clock;
    private final Set<String> told = new HashSet<>();
    private volatile int missing;
    private volatile int refused;
    private @Nullable Long restored;
    private Instant next = Instant.MIN;

    @Autowired
    WorksComeBack(JdbcClient jdbc, WorkReturn returning, ObjectProvider<NamedWorks> slices, MeterRegistry meters) {
        this(jdbc, returning, slices, meters, InstantSource.system());
    }

    WorksComeBack(JdbcClient jdbc, WorkReturn returning, ObjectProvider<NamedWorks> slices, MeterRegistry meters,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.returning = returning;
        this.slices = slices;
        this.clock = clock;
        Gauge.builder("ledger.works.missing", this, all -> all.missing)
                .description("Works that records of a restored ledger name and the store does not have")
                .register(meters);
        Gauge.builder("ledger.works.refused", this, all -> all.refused)
                .description("Files of a restored ledger's store that are not the works that they are named as")
                .register(meters);
    }

    /** Looks, where there is something to look for and it is time. */
    @Scheduled(fixedDelayString = "${ledger.schedule-interval:15s}", initialDelayString = "${ledger.schedule-interval:15s}")
    public void look() {
        List<NamedWorks> all = slices.stream().toList();
        long upTo = restoredUpTo();
        Instant now = clock.instant();
        if (upTo == 0 || now.isBefore(next) || all.stream().anyMatch(one -> one.knownUpTo() < upTo)) {
            return;
        }
        Map<Outcome, Integer> came = new EnumMap<>(Outcome.class);
        all.forEach(one -> lookAt(one, came));
        missing = came.getOrDefault(Outcome.NOT_THERE, 0);
        refused = came.getOrDefault(Outcome.REFUSED, 0);
        // What was erased may still come back with its volume, and is looked for as long as it has not.
        boolean isDone = came.keySet().stream().allMatch(one -> one == Outcome.ADOPTED || one == Outcome.DESTROYED);
        // Whoever is restored once is not restored again while it runs; new records name what was sent to this ledger.
        next = isDone ? Instant.MAX : now.plus(AGAIN_AFTER);
        if (came.containsKey(Outcome.ADOPTED) || came.containsKey(Outcome.DESTROYED)) {
            LOG.info("Works of the restored ledger: {} taken in again, {} destroyed again, {} missing, {} refused",
                    came.getOrDefault(Outcome.ADOPTED, 0), came.getOrDefault(Outcome.DESTROYED, 0), missing, refused);
        }
    }

    private long restoredUpTo() {
        if (restored == null) {
            Optional<Long> position = jdbc.sql("select position from restoration where finished_at is not null")
                    .query(Long.class).optional();
            restored = position.orElse(0L);
        }
        return restored;
    }

    private void lookAt(NamedWorks slice, Map<Outcome, Integer> came) {
        List<NamedWorks.Named> some = slice.unknown("", AT_ONCE);
        while (!some.isEmpty()) {
            for (NamedWorks.Named work : some) {
                WorkReturn.Returned returned = returning.of(work);
                came.merge(returned.outcome(), 1, Integer::sum);
                if (returned.outcome() == Outcome.REFUSED && told.add(work.sha256())) {
                    LOG.error("The file of work {} is not served: {}", work.sha256(), returned.why());
                }
            }
            some = slice.unknown(some.getLast().sha256(), AT_ONCE);
        }
    }
}
