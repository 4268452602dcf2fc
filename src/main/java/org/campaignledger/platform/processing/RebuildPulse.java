package org.campaignledger.platform.processing;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells the other instances twice a second how far a rebuild is, and tells the rebuild what they asked of it. Apart from
 * its work, since a batch may take longer than anybody would wait for a sign of life.
 */
final class RebuildPulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildPulse.class);
    private static final long EVERY_MILLIS = 500;

    private final RebuildRun run;
    private final RebuildTable table;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("rebuild-pulse-", 0).factory());

    RebuildPulse(RebuildRun run, RebuildTable table) {
        this.run = run;
        this.table = table;
        beat.scheduleWithFixedDelay(this::tell, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tell() {
        try {
            Optional<Boolean> asked = table.seen(run);
            if (asked.isEmpty()) {
                // Taken for dead after a long pause: another may have begun, in the same tables.
                run.lost.set(true);
            } else if (asked.get()) {
                run.cancelled.set(true);
            }
        } catch (DataAccessException away) {
            LOG.debug("The rebuild of {} can't be told of just now", run.name, away);
        }
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
