package org.campaignledger.platform.duplicates;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is compared with others of its kind. May hold personal data in the clear: it is made for one run, never
 * kept, and prints its id alone.
 *
 * @param recordId      the record
 * @param position      the position at which it was made
 * @param unit          the unit or sub-unit it is of
 * @param reportingUnit the reporting unit into which that rolls up
 * @param occurredOn    its business date
 * @param blocks        only records that share one of these are compared, so that it takes seconds with any number
 * @param traits        what is compared, by name; what is not known is not in it
 */
public record Compared(
        String recordId, long position, String unit, String reportingUnit, LocalDate occurredOn, List<String> blocks,
        Map<String, String> traits) {

    /** The reporting unit of a unit; the unit itself where the campaign does not know it. */
    public static String reportingUnit(CampaignRules rules, String unit) {
        CampaignRules.Unit known = rules.units().get(unit);
        return known == null ? unit : known.reporting();
    }

    /** The same record, compared within these blocks. */
    public Compared within(List<String> others) {
        return new Compared(recordId, position, unit, reportingUnit, occurredOn, others, traits);
    }

    /** What is known under this name; absent if nothing is. */
    public @Nullable String trait(String name) {
        return traits.get(name);
    }

    /** Notes where both were recorded, as far as it tells something: by one unit, or by a unit and a part of it. */
    public static void noteUnits(Compared one, Compared other, Collection<Reason> reasons) {
        if (one.unit().equals(other.unit())) {
            reasons.add(Reason.SAME_UNIT);
        } else if (one.unit().equals(other.reportingUnit()) || other.unit().equals(one.reportingUnit())) {
            reasons.add(Reason.UNIT_AND_ITS_PART);
        }
    }

    /** Never shows who or what it is of, wherever it may be printed. */
    @Override
    public String toString() {
        return "Compared[" + recordId + "]";
    }
}
