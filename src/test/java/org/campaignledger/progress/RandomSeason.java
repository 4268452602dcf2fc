package org.campaignledger.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.propagandist.events.PropagandistRecruited;

/** Ledger events as a season brings them, from a seed: the same seed, the same season. */
public final class RandomSeason {

    private static final int DAYS = 153;

    private final Random random;
    private final String campaign;
    private final List<String> units = new ArrayList<>();
    private final List<String> categories;
    private final List<String> reportingUnits;
    private int subUnits;

    /** A season of a campaign like that of 2019. */
    public RandomSeason(long seed, String campaign) {
        this.random = new Random(seed);
        this.campaign = campaign;
        Definition definition = Campaign2019.definition();
        this.reportingUnits = definition.units().stream().map(Definition.Unit::code).toList();
        this.units.addAll(reportingUnits);
        this.categories = definition.categories().stream().map(Definition.Category::id).toList();
    }

    /** The season's next event: mostly records, now and then something about the campaign, or nothing of interest. */
    public LedgerEvent next() {
        int dice = random.nextInt(1000);
        if (dice < 10) {
            return aboutTheCampaign();
        }
        if (dice < 40) {
            return new TestEvent.Noted(campaign);
        }
        return dice < 200 ? funnel() : record();
    }

    /** A record of the plan, as reporters send them. */
    public LedgerEvent record() {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        LocalDate day = day();
        return switch (random.nextInt(10)) {
            case 0 -> new UnitMobilized(id, campaign, unit(), new UnitMobilized.Organization("union " + id, null), 12L,
                    day);
            case 1, 2, 3 -> new EventHeld(id, campaign, unit(), EventHeld.Kind.OFFLINE_EVENT, "a title " + id,
                    "a place", null, random.nextInt(500), day, null);
            case 4, 5 -> new ReachReported(id, campaign, unit(), ReachReported.Channel.WEB, day, day,
                    random.nextInt(100_000), random.nextInt(1_000_000), null);
            default -> new PropagandistRecruited(id, campaign, unit(), id, "c2VjcmV0".repeat(12), id, null,
                    "an employer", day);
        };
    }

    private LedgerEvent funnel() {
        Metric[] steps = {Metric.SUBMITTED, Metric.ACCEPTED, Metric.RECOMMENDED, Metric.JUDGED, Metric.AWARDED};
        return new TestEvent.Posted(campaign, steps[random.nextInt(steps.length)], unit(),
                categories.get(random.nextInt(categories.size())), random.nextInt(4) == 0 ? -1 : 1, day());
    }

    private LedgerEvent aboutTheCampaign() {
        String phase = List.of("MOBILISE", "RECOMMEND", "JUDGE", "SUMMARISE").get(random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> new PhaseOpened(campaign, phase, day(), null);
            case 1 -> new PhaseClosed(campaign, phase, day(), null);
            case 2 -> new PhaseExtended(campaign, phase, LocalDate.of(2019, 10, 1 + random.nextInt(31)), null);
            default -> subUnit();
        };
    }

    private SubUnitOpened subUnit() {
        String code = "S-" + subUnits++;
        units.add(code);
        return new SubUnitOpened(campaign, reportingUnits.get(random.nextInt(reportingUnits.size())), code, "a city");
    }

    private String unit() {
        return units.get(random.nextInt(units.size()));
    }

    private LocalDate day() {
        return Campaign2019.FIRST_DAY.plusDays(random.nextInt(DAYS));
    }
}
