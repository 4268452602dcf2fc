package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server that died again, on its port, for as long as it takes, and keeps its log short. */
final class PostgresWatchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatchdog.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private PostgresWatchdog(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::watch);
    }

    static PostgresWatchdog over(PostgresCluster cluster, int port) {
        var watchdog = new PostgresWatchdog(cluster, port);
        watchdog.thread.start();
        return watchdog;
    }

    /** Ends the watch and stops the server. A second call does nothing: the folder may have passed to another. */
    @Override
    public void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        try {
            // The watchdog may be in the middle of a start, of which a first stop sees nothing: again until it is done.
            do {
                cluster.stop();
            } while (!thread.join(LOOK_EVERY));
            cluster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        var pause = LOOK_EVERY;
        while (!closesWithin(pause)) {
            try {
                pause = look(pause);
            } catch (IOException | RuntimeException e) {
                // a full disk, say: the watch must outlive it
                LOG.warn("Cannot look after PostgreSQL: {}", e.toString());
                pause = longer(pause);
            }
        }
    }

    private Duration look(Duration pause) throws IOException {
        if (cluster.isRunning()) {
            cluster.shortenLog();
            return LOOK_EVERY;
        }
        LOG.warn("PostgreSQL is gone: starting it again on port {}", port);
        if (cluster.start(port)) {
            LOG.info("PostgreSQL runs again on port {}", port);
            return LOOK_EVERY;
        }
        return longer(pause);
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
