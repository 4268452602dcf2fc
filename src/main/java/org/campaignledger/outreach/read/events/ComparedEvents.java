package org.campaignledger.outreach.read.events;

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
import org.campaignledger.platform.records.RecordsInForce;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.rules.CampaignRules;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Outreach events, as they are compared: those of one day within a reporting unit and its parts; those of one day, title
 * and place wherever they were recorded; and within a reporting unit those of one title and place, with as many workers
 * met, up to two days apart.
 */
@Component
class ComparedEvents implements ComparedRecords {

    /** Windows of four days, each beginning two after the one before: days up to two apart are in one of them. */
    private static final int WINDOW_DAYS = 4;

    private final RegisterProjection register;
    private final RecordsInForce records;

    ComparedEvents(@Qualifier("eventRegisterProjection") RegisterProjection register, RecordsInForce records) {
        this.register = register;
        this.records = records;
    }

    @Override
    public String kind() {
        return EventRegister.NAME;
    }

    @Override
    public boolean changedSince(String campaign, long position) {
        return records.changedSince(register, campaign, position);
    }

    @Override
    public List<Compared> inForce(CampaignRules rules) {
        List<Compared> all = new ArrayList<>();
        records.newest(register, rules.campaign(), MOST, some -> some.forEach(row -> all.add(blocked(compared(row,
                Compared.reportingUnit(rules, row.unit()))))));
        return all;
    }

    private static Compared compared(RecordsInForce.InForce row, String reportingUnit) {
        JsonNode fields = row.fields();
        boolean visit = "ENTERPRISE_VISIT".equals(fields.path("kind").asString(""));
        Map<String, String> traits = new HashMap<>();
        traits.put(EventLikeness.TITLE, NormalForm.nameKey(fields.path("title").asString("")));
        traits.put(EventLikeness.PLACE, NormalForm.nameKey(fields.path(visit ? "enterprise" : "place").asString("")));
        traits.put(EventLikeness.CONTACTS, fields.path("contacts").asString("0"));
        if (fields.has("distinctFrom")) {
            traits.put(EventLikeness.DISTINCT_FROM, fields.get("distinctFrom").asString());
        }
        return new Compared(row.id(), row.position(), row.unit(), reportingUnit, row.occurredOn(), List.of(), traits);
    }

    static Compared blocked(Compared event) {
        String what = event.trait(EventLikeness.TITLE) + "/" + event.trait(EventLikeness.PLACE);
        List<String> blocks = new ArrayList<>();
        blocks.add("day/" + event.reportingUnit() + "/" + event.occurredOn());
        blocks.add("what/" + event.occurredOn() + "/" + what);
        String contacts = event.traits().getOrDefault(EventLikeness.CONTACTS, "0");
        if (!"0".equals(contacts)) {
            String again = "/" + event.reportingUnit() + "/" + contacts + "/" + what;
            long day = event.occurredOn().toEpochDay();
            blocks.add("near/" + Math.floorDiv(day, WINDOW_DAYS) + again);
            blocks.add("near+/" + Math.floorDiv(day + WINDOW_DAYS / 2, WINDOW_DAYS) + again);
        }
        return event.within(blocks);
    }

    @Override
    public Likeness likeness(Compared earlier, Compared later) {
        return EventLikeness.of(earlier, later);
    }

    @Override
    public Map<String, Map<String, Object>> shown(String campaign, Collection<String> recordIds) {
        return records.of(register, campaign, recordIds).stream().collect(Collectors.toMap(
                RecordsInForce.InForce::id, row -> records.fields(row, "kind", "title", "place",
                        "enterprise", "contacts", "distinctFrom")));
    }
}
