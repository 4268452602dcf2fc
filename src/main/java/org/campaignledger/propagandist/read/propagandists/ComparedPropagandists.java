package org.campaignledger.propagandist.read.propagandists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.ComparedRecords;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordsInForce;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.rules.CampaignRules;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Propagandists, as they are compared: those of one name within a reporting unit and its parts, and those of one name
 * and employer wherever they were recorded. Their names are opened for as long as a run takes, and never leave memory
 * (rule 23); who was erased can't be compared any more.
 */
@Component
class ComparedPropagandists implements ComparedRecords {

    private static final List<String> PERSONAL = List.of(PropagandistLikeness.PHONE, PropagandistLikeness.ID_NUMBER);

    private final RegisterProjection register;
    private final RecordsInForce records;
    private final PersonalDataVault vault;

    ComparedPropagandists(@Qualifier("propagandistRegisterProjection") RegisterProjection register,
            RecordsInForce records, PersonalDataVault vault) {
        this.register = register;
        this.records = records;
        this.vault = vault;
    }

    @Override
    public String kind() {
        return PropagandistRegister.NAME;
    }

    @Override
    public boolean changedSince(String campaign, long position) {
        return records.changedSince(register, campaign, position);
    }

    @Override
    public List<Compared> inForce(CampaignRules rules) {
        List<Compared> all = new ArrayList<>();
        records.newest(register, rules.campaign(), MOST, some -> {
            Map<String, Map<String, String>> opened = opened(some);
            some.forEach(row -> {
                Map<String, String> person = opened.get(subject(row));
                if (person != null) {
                    all.add(blocked(compared(row, person, Compared.reportingUnit(rules, row.unit()))));
                }
            });
        });
        return all;
    }

    private Map<String, Map<String, String>> opened(Collection<RecordsInForce.InForce> rows) {
        return vault.openAll(rows.stream().collect(Collectors.toMap(ComparedPropagandists::subject,
                row -> row.fields().path("person").asString(""), (one, other) -> one)));
    }

    private static String subject(RecordsInForce.InForce row) {
        return row.fields().path("subject").asString("");
    }

    private static Compared compared(RecordsInForce.InForce row, Map<String, String> person, String reportingUnit) {
        Map<String, String> traits = new HashMap<>();
        traits.put(PropagandistLikeness.NAME, NormalForm.nameKey(person.getOrDefault("name", "")));
        PERSONAL.forEach(field -> {
            String value = person.get(field);
            if (value != null) {
                traits.put(field, value);
            }
        });
        if (row.fields().has("employer")) {
            traits.put(PropagandistLikeness.EMPLOYER, NormalForm.nameKey(row.fields().get("employer").asString()));
        }
        return new Compared(row.id(), row.position(), row.unit(), reportingUnit, row.occurredOn(), List.of(), traits);
    }

    static Compared blocked(Compared person) {
        String name = person.trait(PropagandistLikeness.NAME);
        String employer = person.trait(PropagandistLikeness.EMPLOYER);
        List<String> blocks = new ArrayList<>();
        blocks.add("unit/" + person.reportingUnit() + "/" + name);
        if (employer != null) {
            blocks.add("employer/" + employer + "/" + name);
        }
        return person.within(blocks);
    }

    @Override
    public Likeness likeness(Compared earlier, Compared later) {
        return PropagandistLikeness.of(earlier, later);
    }

    @Override
    public Map<String, Map<String, Object>> shown(String campaign, Collection<String> recordIds) {
        List<RecordsInForce.InForce> rows = records.of(register, campaign, recordIds);
        Map<String, Map<String, String>> known = opened(rows);
        return rows.stream().filter(row -> known.containsKey(subject(row))).collect(Collectors.toMap(
                RecordsInForce.InForce::id, row -> records.fields(row, "employer")));
    }
}
