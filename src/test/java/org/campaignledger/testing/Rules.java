package org.campaignledger.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** What decisions are taken on, without a ledger: a small campaign of 2019, a clock that stands, people. */
public final class Rules {

    /** A day in the middle of MOBILISE, which is today wherever nothing else is said. */
    public static final LocalDate TODAY = LocalDate.of(2019, 7, 1);

    /** The reporter of Fujian. */
    public static final Actor FUJIAN = new Actor("fj", Role.REPORTER, "FJ", null);

    /** An ADMIN. */
    public static final Actor ADMIN = new Actor("admin", Role.ADMIN, null, null);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Rules() {}

    /** MOBILISE, from May to September. */
    public static CampaignRules.Phase mobilise(boolean open, @Nullable LocalDate closedOn) {
        return new CampaignRules.Phase("MOBILISE", LocalDate.of(2019, 5, 1), LocalDate.of(2019, 9, 30), open, closedOn);
    }

    /** A campaign in which MOBILISE is open. */
    public static CampaignRules recording() {
        return with(false, mobilise(true, null));
    }

    /** A campaign with these phases: units FJ and GD, sub-unit FJ-XM, ten days of grace. */
    public static CampaignRules with(boolean closed, CampaignRules.Phase... phases) {
        Map<String, CampaignRules.Phase> byId = new LinkedHashMap<>();
        for (CampaignRules.Phase phase : phases) {
            byId.put(phase.id(), phase);
        }
        return new CampaignRules("2019", 7, LocalDate.of(2019, 5, 1), LocalDate.of(2019, 11, 30), ZONE, byId, 10,
                Map.of("FJ", new CampaignRules.Unit("FJ", "FJ", "福建省"), "GD",
                        new CampaignRules.Unit("GD", "GD", "广东省"), "FJ-XM",
                        new CampaignRules.Unit("FJ-XM", "FJ", "厦门市")),
                new CampaignRules.Bounds(1_000, 10_000, 100_000), 7, Categories.of("video"), List.of("一等奖", "二等奖"),
                Map.of("THEME", new CampaignRules.Requirement("THEME", "突出主题", false), "SUMMARY",
                        new CampaignRules.Requirement("SUMMARY", "项目总结", true)),
                closed);
    }

    /** The reporter of a unit or sub-unit. */
    public static Actor reporterOf(String unit) {
        return new Actor(unit.toLowerCase(java.util.Locale.ROOT), Role.REPORTER, unit, null);
    }

    /** What a command handler is given where these rules hold and it is noon on this day. */
    public static Deciding deciding(CampaignRules rules, LocalDate today) {
        Instant noon = today.atTime(12, 0).atZone(ZONE).toInstant();
        return new Deciding(new OneCampaign(rules), () -> noon);
    }

    /** Knows one campaign. */
    private record OneCampaign(CampaignRules only) implements CampaignRulesSource {

        @Override
        public CampaignRules rules(String campaign) {
            if (!campaign.equals(only.campaign())) {
                throw Refused.notFound();
            }
            return only;
        }

        @Override
        public void forget(String campaign) {}

        @Override
        public List<String> campaigns() {
            return List.of(only.campaign());
        }
    }

    /** A refusal of this code. */
    public static Matcher<Refused> refusedWith(String code) {
        return new CustomTypeSafeMatcher<>("refused with " + code) {

            @Override
            protected boolean matchesSafely(Refused refused) {
                return refused.code().equals(code);
            }
        };
    }
}
