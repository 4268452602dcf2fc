package org.campaignledger.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * A bulletin of the largest events, which stumbles over the first event of more than 600 contacts once: so that the demo
 * has a dead letter that was set aside, tried again and taken in.
 */
@Component
@Profile("demo")
class DemoBulletin implements Projection {

    private static final String TABLE = "demo_bulletin";
    private static final long LARGE = 600;

    private final JdbcOperations jdbc;
    private final AtomicBoolean stumbling = new AtomicBoolean(true);
    private volatile long stumbledAt;

    DemoBulletin(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "demo-bulletin";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof EventHeld held && held.contacts() > LARGE) {
                stumbleOnce(entry, entries.size() == 1);
                jdbc.update("insert into " + tables.of(TABLE) + " values (?, ?, ?) on conflict do nothing",
                        entry.position(), held.title(), held.contacts());
            }
        }
    }

    /** Fails in its batch and once more alone; from then on all is well. */
    private void stumbleOnce(LedgerEntry entry, boolean alone) {
        if (stumbling.get() && (stumbledAt == 0 || stumbledAt == entry.position())) {
            stumbledAt = entry.position();
            stumbling.set(!alone);
            throw new IllegalStateException("the bulletin's printer is out of paper (demo)");
        }
    }
}
