package org.campaignledger.entry.read.contacts;

import java.util.List;
import org.campaignledger.entry.events.ContactNamed;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The contacts of categories, as they were named. Who they are stays encrypted: an erased one is opened no more. */
@Component
class ContactProjection implements Projection {

    static final String NAME = "contacts";
    private static final String TABLE = "contact";

    private final JdbcOperations jdbc;

    ContactProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long position, ContactNamed contact) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return event instanceof ContactNamed;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        List<Row> named = entries.stream().filter(entry -> entry.event() instanceof ContactNamed)
                .map(entry -> new Row(entry.position(), (ContactNamed) entry.event())).toList();
        BulkInsert.<Row>into(tables.of(TABLE))
                .column("id", "text", row -> row.contact().id())
                .column("position", "bigint", Row::position)
                .column("campaign", "text", row -> row.contact().campaign())
                .column("category", "text", row -> row.contact().category())
                .column("host", "text", row -> row.contact().host())
                .column("subject", "text", row -> row.contact().subject())
                .column("person", "text", row -> row.contact().person())
                .column("shown", "boolean", row -> row.contact().shown())
                .onConflict("on conflict do nothing")
                .run(jdbc, named);
    }
}
