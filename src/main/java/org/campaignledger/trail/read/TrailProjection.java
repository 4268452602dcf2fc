package org.campaignledger.trail.read;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Reference;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** One row for each ledger event, with what the trail is searched by. */
@Component
class TrailProjection implements Projection {

    static final String NAME = "trail";
    private static final String TABLE = "trail_entry";

    private final JdbcOperations jdbc;
    private final EventWords words;

    TrailProjection(JdbcOperations jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.words = new EventWords(codec);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** Every event stands for itself: none waits behind another. */
    @Override
    public String sequenceOf(LedgerEntry entry) {
        return Long.toString(entry.position());
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        BulkInsert.<LedgerEntry>into(tables.of(TABLE))
                .column("position", "bigint", LedgerEntry::position)
                .column("campaign", "text", entry -> reference(entry).campaign())
                .column("unit", "text", entry -> reference(entry).unit())
                .column("category", "text", entry -> reference(entry).category())
                .column("type", "text", LedgerEntry::type)
                .column("actor", "text", TrailProjection::actor)
                .column("record_id", "text", entry -> reference(entry).recordId())
                .column("former_unit", "text", TrailProjection::formerUnit)
                .column("correction", "text", TrailProjection::correction)
                .column("corrects", "bigint", entry -> entry.event().corrects().map(CorrectionMark::corrects)
                        .orElse(null))
                .column("occurred_on", "date", TrailProjection::occurredOn)
                .column("recorded_at", "timestamptz", entry -> entry.recordedAt().atOffset(ZoneOffset.UTC))
                .column("search", "text", entry -> NormalForm.text(words.of(entry.event())))
                .onConflict("on conflict do nothing")
                .run(jdbc, entries);
    }

    private static Reference reference(LedgerEntry entry) {
        return entry.event().reference();
    }

    /** A reporter whose record was given to another unit is to see where it went. */
    private static @Nullable Object formerUnit(LedgerEntry entry) {
        return entry.event() instanceof Amending<?> amending
                && !Objects.equals(amending.before().unit(), amending.after().unit()) ? amending.before().unit() : null;
    }

    private static @Nullable Object correction(LedgerEntry entry) {
        return entry.event() instanceof CorrectionEvent event
                ? event.id()
                : entry.event().corrects().map(CorrectionMark::correction).orElse(null);
    }

    private static String actor(LedgerEntry entry) {
        return Optional.ofNullable(entry.metadata().get(MetadataKeys.ACCOUNT)).orElse("");
    }

    private static @Nullable Object occurredOn(LedgerEntry entry) {
        return reference(entry).occurredOn();
    }
}
