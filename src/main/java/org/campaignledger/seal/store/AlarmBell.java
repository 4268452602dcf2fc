package org.campaignledger.seal.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.campaignledger.platform.proof.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether an alarm rings, for pages and metrics: asked of the database every other second at most, for all instances the
 * same. While the database is away, what was known last stands.
 */
@Component
class AlarmBell implements Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);
    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();

    private final SealStore log;
    private volatile Heard heard;

    private record Heard(Optional<Long> position, long atNanos) {}

    AlarmBell(SealStore log, MeterRegistry registry) {
        this.log = log;
        this.heard = new Heard(Optional.empty(), System.nanoTime() - GOOD_FOR_NANOS - 1);
        Gauge.builder("ledger.seal.alarm", this, bell -> bell.position().isPresent() ? 1 : 0)
                .description("1 while the ledger differs from what was sealed").register(registry);
    }

    @Override
    public Optional<Long> position() {
        Heard last = heard;
        long now = System.nanoTime();
        if (now - last.atNanos() <= GOOD_FOR_NANOS) {
            return last.position();
        }
        heard = new Heard(last.position(), now); // others need not ask meanwhile
        try {
            Optional<Long> position = log.alarm().map(SealStore.Alarm::position);
            heard = new Heard(position, now);
            return position;
        } catch (DataAccessException gone) {
            LOG.debug("Whether an alarm rings can't be asked just now", gone);
            return last.position();
        }
    }
}
