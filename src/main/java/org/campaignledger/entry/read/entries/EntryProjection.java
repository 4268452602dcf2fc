package org.campaignledger.entry.read.entries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.privacy.events.PersonalDataErased;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The register of entries. What an individual wrote stands in it only encrypted, and is searched by blind words; these go
 * from all versions when the person is erased.
 */
@Component
class EntryProjection implements Projection {

    static final String NAME = "entries";
    static final String TABLE = "entry_register";

    private static final String FORGET = """
        update {table} set search = case fields ->> 'kind' when 'INDIVIDUAL' then id else search end,
                           fields = fields || jsonb_build_object('forgotten', ?::text)
        where fields ->> 'subject' = ?""";

    private final JdbcOperations jdbc;
    private final PersonalDataVault vault;
    private final BlindWords blind;

    EntryProjection(JdbcOperations jdbc, PersonalDataVault vault, BlindWords blind) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.blind = blind;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(LedgerEvent event) {
        return event instanceof EntryEvent || event instanceof PersonalDataErased;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        Map<String, Map<String, String>> people = opened(entries);
        EntryRows rows = new EntryRows(content -> texts(content, people), blind);
        new RegisterProjection(NAME, TABLE, jdbc, this::concerns, rows::row, rows::change).apply(entries, tables);
        List<Object[]> erased = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof PersonalDataErased event) {
                // The moment of the event and not of the writing, so that a rebuild makes the same rows.
                erased.add(new Object[]{entry.recordedAt().toString(), event.subject()});
            }
        }
        if (!erased.isEmpty()) {
            jdbc.batchUpdate(FORGET.replace("{table}", tables.of(TABLE)), erased);
        }
    }

    /** By ciphertext: one person may stand in several versions of an entry. */
    private Map<String, Map<String, String>> opened(List<LedgerEntry> entries) {
        Map<String, Map<String, String>> opened = new HashMap<>();
        Map<String, String> once = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (!(entry.event() instanceof EntryEvent)) {
                continue;
            }
            for (PersonalData person : entry.event().persons()) {
                if (once.putIfAbsent(person.subject(), person.ciphertext()) != null) {
                    vault.open(person.subject(), person.ciphertext())
                            .ifPresent(data -> opened.put(person.ciphertext(), data));
                }
            }
        }
        vault.openAll(once).forEach((subject, data) -> opened.put(once.getOrDefault(subject, ""), data));
        return opened;
    }

    private static Texts texts(Content content, Map<String, Map<String, String>> people) {
        @Nullable
        Map<String, String> person = content.sealed() == null ? null : people.get(content.sealed());
        return Texts.of(content, person);
    }
}
