package org.campaignledger.mobilization.read.mobilizations;

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
import org.campaignledger.platform.duplicates.RareBigrams;
import org.campaignledger.platform.records.RecordsInForce;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.rules.CampaignRules;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Grass-roots unions, as they are compared: those of the same name wherever they were recorded, those of similar names
 * within a reporting unit and its parts. Similar names of two provinces tell nothing.
 */
@Component
class ComparedMobilizations implements ComparedRecords {

    private final RegisterProjection register;
    private final RecordsInForce records;

    ComparedMobilizations(@Qualifier("mobilizationRegisterProjection") RegisterProjection register,
            RecordsInForce records) {
        this.register = register;
        this.records = records;
    }

    @Override
    public String kind() {
        return MobilizationRegister.NAME;
    }

    @Override
    public boolean changedSince(String campaign, long position) {
        return records.changedSince(register, campaign, position);
    }

    @Override
    public List<Compared> inForce(CampaignRules rules) {
        List<Compared> all = new ArrayList<>();
        records.newest(register, rules.campaign(), MOST, some -> some.forEach(row -> all.add(compared(row, rules))));
        return blocked(all);
    }

    private static Compared compared(RecordsInForce.InForce row, CampaignRules rules) {
        JsonNode fields = row.fields();
        Map<String, String> traits = new HashMap<>();
        traits.put(MobilizationLikeness.NAME, NormalForm.nameKey(fields.at("/organization/name").asString("")));
        if (fields.at("/organization").has("code")) {
            traits.put(MobilizationLikeness.CODE, fields.at("/organization/code").asString());
        }
        if (fields.has("employees")) {
            traits.put(MobilizationLikeness.EMPLOYEES, fields.get("employees").asString());
        }
        return new Compared(row.id(), row.position(), row.unit(), Compared.reportingUnit(rules, row.unit()),
                row.occurredOn(), List.of(), traits);
    }

    /** Each with its blocks: its name nationally, and the rarest parts of its name among those of its reporting unit. */
    static List<Compared> blocked(List<Compared> unions) {
        List<Compared> blocked = new ArrayList<>();
        unions.stream().collect(Collectors.groupingBy(Compared::reportingUnit)).forEach((unit, those) -> {
            RareBigrams rare = new RareBigrams(those.stream().map(ComparedMobilizations::name).toList());
            those.forEach(union -> {
                List<String> blocks = new ArrayList<>();
                blocks.add("name/" + name(union));
                rare.of(name(union)).forEach(bigram -> blocks.add("like/" + unit + "/" + bigram));
                blocked.add(union.within(blocks));
            });
        });
        return blocked;
    }

    private static String name(Compared union) {
        return union.traits().getOrDefault(MobilizationLikeness.NAME, "");
    }

    @Override
    public Likeness likeness(Compared earlier, Compared later) {
        return MobilizationLikeness.of(earlier, later);
    }

    @Override
    public Map<String, Map<String, Object>> shown(String campaign, Collection<String> recordIds) {
        return records.of(register, campaign, recordIds).stream().collect(Collectors.toMap(
                RecordsInForce.InForce::id, row -> records.fields(row, "organization", "employees")));
    }
}
