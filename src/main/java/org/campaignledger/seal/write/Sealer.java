package org.campaignledger.seal.write;

import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.seal.store.LogProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals what was committed, a moment later and on a thread of its own, so that no command ever waits for it. What is
 * left at an end is sealed after the next start.
 */
@Component
class Sealer implements SmartLifecycle {

    private final Repeating work;

    Sealer(SealPass pass, LogProperties properties) {
        this.work = new Repeating("sealer", properties.interval(), pass::seal);
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** After what a command needs, before the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_000;
    }
}
