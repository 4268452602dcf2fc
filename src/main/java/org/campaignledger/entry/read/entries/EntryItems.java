package org.campaignledger.entry.read.entries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.MaskedPerson;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.rules.JudgingDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Entries as this reader may see them (rule 24): the reporter of the unit sees who submitted, a host too, except while
 * judging is open; whoever runs or audits the ledger sees them masked. What the work is and says is seen by all of them.
 */
@Component
class EntryItems {

    private static final List<String> TEXTS = List.of("title", "theme", "description");

    private final PersonalDataVault vault;
    private final JudgingDesk judging;

    EntryItems(PersonalDataVault vault, JudgingDesk judging) {
        this.vault = vault;
        this.judging = judging;
    }

    /** The rows of a register's page, opened. */
    List<Map<String, Object>> shown(List<Map<String, Object>> rows, Actor reader) {
        Map<String, Map<String, String>> people = vault.openAll(sealed(rows));
        List<Map<String, Object>> shown = new ArrayList<>(rows.size());
        Map<String, Boolean> seesWho = new HashMap<>();
        rows.forEach(row -> shown.add(shown(row, people.get(String.valueOf(row.get("subject"))),
                seesWho.computeIfAbsent(row.get("campaign") + "/" + row.get("category"),
                        of -> seesWho(row, reader)))));
        return shown;
    }

    private static Map<String, String> sealed(List<Map<String, Object>> rows) {
        Map<String, String> sealed = new HashMap<>();
        rows.forEach(row -> {
            if (row.get("subject") instanceof String subject && row.get("sealed") instanceof String ciphertext) {
                sealed.put(subject, ciphertext);
            }
        });
        return sealed;
    }

    private static Map<String, Object> shown(Map<String, Object> row, @Nullable Map<String, String> person,
            boolean seesWho) {
        Map<String, Object> item = new LinkedHashMap<>(row);
        boolean individual = "INDIVIDUAL".equals(item.remove("kind"));
        Object union = item.remove("union");
        boolean hasPerson = item.remove("sealed") != null;
        item.remove("receipt");
        item.remove("forgotten");
        Map<String, Object> submitter = new LinkedHashMap<>();
        submitter.put("kind", individual ? "INDIVIDUAL" : "UNION");
        if (person != null) {
            submitter.putAll(who(person, seesWho));
        }
        if (union != null) {
            submitter.put("name", union);
        }
        if (hasPerson) {
            item.put("erased", person == null);
        }
        if (individual && person != null) {
            TEXTS.forEach(field -> putIfThere(item, field, person.get(field)));
            String links = person.get("links");
            item.put("links", links == null ? List.of() : List.of(links.split("\n")));
        }
        item.put("submitter", submitter);
        item.values().removeIf(value -> value == null);
        return item;
    }

    private static void putIfThere(Map<String, Object> item, String field, @Nullable String value) {
        if (value != null) {
            item.put(field, value);
        }
    }

    private boolean seesWho(Map<String, Object> row, Actor reader) {
        return reader.role() == Role.REPORTER || (reader.role() == Role.HOST
                && !judging.isOpen(String.valueOf(row.get("campaign")), String.valueOf(row.get("category"))));
    }

    private static Map<String, String> who(Map<String, String> person, boolean seesWho) {
        Map<String, String> who = new LinkedHashMap<>(person);
        who.keySet().retainAll(List.of("name", "phone"));
        return seesWho ? who : MaskedPerson.of(who);
    }

    /**
     * The same for a judge: the work and what it says, and nothing that tells whose it is, from where, or when it came
     * (rule 15).
     */
    static Map<String, Object> redacted(Map<String, Object> item) {
        Map<String, Object> redacted = new LinkedHashMap<>();
        for (String field : List.of("id", "campaign", "category", "title", "theme", "description")) {
            if (item.get(field) != null) {
                redacted.put(field, item.get(field));
            }
        }
        if (item.get("work") instanceof Map<?, ?> work) {
            Map<String, Object> shown = new LinkedHashMap<>();
            for (String field : List.of("mediaType", "durationMillis", "width", "height")) {
                if (work.get(field) instanceof Object value) {
                    shown.put(field, value);
                }
            }
            redacted.put("work", shown);
        } else {
            redacted.put("links", item.getOrDefault("links", List.of()));
        }
        return redacted;
    }
}
