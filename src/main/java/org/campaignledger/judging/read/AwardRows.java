package org.campaignledger.judging.read;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.AwardRevoked;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;

/** What a batch of events changes of awards: granted first, since what is revoked was granted before. */
final class AwardRows {

    static final String TABLE = "judging_award";

    private final List<Granted> granted = new ArrayList<>();
    private final List<Revoked> revoked = new ArrayList<>();

    private record Granted(long position, AwardGranted award) {}

    private record Revoked(long position, AwardRevoked event) {}

    void take(LedgerEntry entry, JudgingEvent event) {
        if (event instanceof AwardGranted award) {
            granted.add(new Granted(entry.position(), award));
        } else if (event instanceof AwardRevoked of) {
            revoked.add(new Revoked(entry.position(), of));
        }
    }

    void write(JdbcOperations jdbc, Tables tables) {
        BulkInsert.<Granted>into(tables.of(TABLE))
                .column("award", "text", row -> row.award.id())
                .column("campaign", "text", row -> row.award.campaign())
                .column("category", "text", row -> row.award.category())
                .column("entry", "text", row -> row.award.entry())
                .column("unit", "text", row -> row.award.unit())
                .column("level", "text", row -> row.award.level())
                .column("rank", "integer", row -> row.award.rank())
                .column("score", "numeric", row -> row.award.score().toPlainString())
                .column("ranking", "text", row -> row.award.ranking())
                .column("closed_at", "bigint", row -> row.award.closedAt())
                .column("granted", "bigint", Granted::position)
                .column("granted_on", "date", row -> Date.valueOf(row.award.occurredOn()))
                .onConflict("on conflict do nothing")
                .run(jdbc, granted);
        for (Revoked one : revoked) {
            jdbc.update("update " + tables.of(TABLE) + " set revoked = ?, revoked_on = ?, reason = ? where award = ?",
                    one.position, Date.valueOf(one.event.occurredOn()), one.event.reason(), one.event.award().id());
        }
    }
}
