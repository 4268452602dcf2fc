package org.campaignledger.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * A bulletin of the largest events, and of one of the story, over which it stumbles twice, in its batch and alone,
 * however large the batch: so that the demo of every size has a dead letter that was set aside, tried again and taken in.
 */
@Component
@Profile("demo")
class DemoBulletin implements Projection {

    static final String NAME = "demo-bulletin";
    /** Title of an event of the story. */
    static final String CHOSEN = "好网民进企业宣讲（闽江专场）";

    private static final String TABLE = "demo_bulletin";
    private static final long LARGE = 600;
    private static final int TIMES = 2;

    private final JdbcOperations jdbc;
    private final DemoConfiguration.DemoMarker marker;
    private final AtomicInteger stumbled = new AtomicInteger();

    DemoBulletin(JdbcOperations jdbc, DemoConfiguration.DemoMarker marker) {
        this.jdbc = jdbc;
        this.marker = marker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** How often it has stumbled on this instance: 0 to 2. */
    int stumbled() {
        return stumbled.get();
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof EventHeld held && (held.contacts() > LARGE || isChosen(held))) {
                if (isChosen(held) && tables.equals(Tables.LIVE)) {
                    stumble(entry.position());
                }
                jdbc.update("insert into " + tables.of(TABLE) + " values (?, ?, ?) on conflict do nothing",
                        entry.position(), held.title(), held.contacts());
            }
        }
    }

    private static boolean isChosen(EventHeld held) {
        return held.title().equals(CHOSEN);
    }

    /** Not in a season that is over, and not once it is set aside or taken in: what a visitor does goes well. */
    private void stumble(long position) {
        if (!marker.isDone() && stumbled.get() < TIMES && !isKnown(position)) {
            stumbled.incrementAndGet();
            throw new IllegalStateException("the bulletin's printer is out of paper (demo)");
        }
    }

    private boolean isKnown(long position) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from " + TABLE
                + " where position = ?) or exists (select 1 from dead_letter where projection = ? and position = ?)",
                Boolean.class, position, NAME, position));
    }
}
