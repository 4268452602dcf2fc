package org.campaignledger.privacy.read.persons;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.privacy.events.PersonalDataErased;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The people of whom events of any slice hold personal data, by the record in which they stand, and who of them was
 * erased. Holds nothing of who they are.
 */
@Component
class PersonProjection implements Projection {

    private static final String PERSONS = "person";
    private static final String ERASED = "person_erased";

    private final JdbcOperations jdbc;

    PersonProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(LedgerEntry entry, PersonalData held) {}

    @Override
    public String name() {
        return "persons";
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return !event.persons().isEmpty() || event instanceof PersonalDataErased;
    }

    @Override
    public List<String> tables() {
        return List.of(PERSONS, ERASED);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        BulkInsert.<Row>into(tables.of(PERSONS))
                .column("subject", "text", row -> row.held().subject())
                .column("position", "bigint", row -> row.entry().position())
                .column("campaign", "text", row -> row.entry().event().reference().campaign())
                .column("unit", "text", row -> row.entry().event().reference().unit())
                .column("category", "text", row -> row.entry().event().reference().category())
                .column("record_id", "text", row -> row.entry().event().reference().recordId())
                .onConflict("on conflict do nothing")
                .run(jdbc, entries.stream().flatMap(entry -> entry.event().persons().stream()
                        .map(held -> new Row(entry, held))).toList());
        List<LedgerEntry> erased = entries.stream().filter(entry -> entry.event() instanceof PersonalDataErased)
                .toList();
        BulkInsert.<LedgerEntry>into(tables.of(ERASED))
                .column("subject", "text", entry -> subject(entry))
                .column("position", "bigint", LedgerEntry::position)
                .onConflict("on conflict do nothing")
                .run(jdbc, erased);
        destroyAgain(erased);
    }

    /** Done already in the append, unless this is a ledger into which an archive or older keys were brought back. */
    private void destroyAgain(List<LedgerEntry> erased) {
        jdbc.batchUpdate("delete from person_key where subject = ?",
                erased.stream().map(entry -> new Object[]{subject(entry)}).toList());
    }

    private static String subject(LedgerEntry entry) {
        return ((PersonalDataErased) entry.event()).subject();
    }
}
