package org.campaignledger.correction.read.corrections;

import java.util.List;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Which requests about several records are about which, so that they are in the life of each of them, whatever came of
 * them. A request about one record names it in its register.
 */
@Component
class CorrectionRecords implements Projection {

    static final String NAME = "correction-records";

    private static final String TABLE = "correction_record";

    private final CorrectionsInTheLedger corrections;
    private final JdbcOperations jdbc;

    CorrectionRecords(CorrectionsInTheLedger corrections, JdbcOperations jdbc) {
        this.corrections = corrections;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return event instanceof CorrectionRequested asked && isAboutSeveral(asked);
    }

    private static boolean isAboutSeveral(CorrectionRequested asked) {
        return asked.list() != null || asked.items() != null && asked.items().size() > 1;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** One request after the other: each may name ten thousand records. */
    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof CorrectionRequested asked && isAboutSeveral(asked)) {
                BulkInsert.<String>into(tables.of(TABLE))
                        .column("record", "text", record -> record)
                        .column("correction", "text", record -> asked.id())
                        .column("position", "bigint", record -> entry.position())
                        .onConflict("on conflict do nothing")
                        .run(jdbc, corrections.recordIds(asked));
            }
        }
    }
}
