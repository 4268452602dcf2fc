package org.campaignledger.platform.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has an instance that stops tell Axon Server that it handles no more commands, and finishes those that it has in hand, while
 * everything that they need is still there: behind the door, whose last requests may be handled here, and before
 * projections, tail and store. Commands that other instances took go to those that are left.
 */
final class LeavesTheBus implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeavesTheBus.class);
    /** The door stops at 1,024 and 2,048 below the highest phase, projections at 4,096. */
    private static final int BEHIND_THE_DOOR = DEFAULT_PHASE - 3_072;

    private final Supplier<CompletableFuture<Void>> leave;
    private final Duration patience;
    private volatile boolean running;

    /**
     * One who leaves.
     *
     * @param leave    done when the last command is handled
     * @param patience how long that is waited for
     */
    LeavesTheBus(Supplier<CompletableFuture<Void>> leave, Duration patience) {
        this.leave = leave;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            leave.get().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException unwell) {
            LOG.warn("Axon Server's commands could not be left in order: {}", unwell.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEHIND_THE_DOOR;
    }
}
