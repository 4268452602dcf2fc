package org.campaignledger.progress.read.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.timeline.CampaignState;
import org.campaignledger.progress.timeline.CampaignTimeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhoMayExplainTest {

    private final CampaignState state = state();

    private static CampaignState state() {
        CampaignTimeline timeline = new CampaignTimeline();
        timeline.add(1, Campaign2019.opened("2019"));
        timeline.add(2, new SubUnitOpened("2019", "FJ", "XM", "厦门"));
        timeline.add(3, new SubUnitOpened("2019", "FJ", "QZ", "泉州"));
        return timeline.now().orElseThrow();
    }

    private static Actor actor(Role role, @Nullable String scope) {
        return new Actor("someone", role, scope, null);
    }

    private void mayExplain(Actor actor, @Nullable String unit, @Nullable String category) {
        assertThatCode(() -> WhoMayExplain.check(actor, state, unit, category)).doesNotThrowAnyException();
    }

    private void isRefused(Actor actor, @Nullable String unit, @Nullable String category, Refused.Kind kind) {
        Refused refused = catchThrowableOfType(Refused.class,
                () -> WhoMayExplain.check(actor, state, unit, category));
        assertThat(refused).isNotNull().extracting(Refused::kind).isEqualTo(kind);
    }

    @Test
    void anAdminAndAnAuditorExplainEverything() {
        for (Role role : new Role[]{Role.ADMIN, Role.AUDITOR}) {
            mayExplain(actor(role, null), null, null);
            mayExplain(actor(role, null), "XM", "video");
        }
    }

    @Test
    void aReporterExplainsItsUnitAndItsSubUnitsAlone() {
        Actor reporter = actor(Role.REPORTER, "FJ");
        mayExplain(reporter, "FJ", null);
        mayExplain(reporter, "XM", "video");
        isRefused(reporter, "BJ", null, Refused.Kind.NOT_FOUND);
        isRefused(reporter, "nowhere", null, Refused.Kind.NOT_FOUND);
        isRefused(reporter, null, null, Refused.Kind.FORBIDDEN);
    }

    @Test
    void aSubUnitsReporterExplainsItsOwnFiguresAlone() {
        Actor reporter = actor(Role.REPORTER, "XM");
        mayExplain(reporter, "XM", null);
        isRefused(reporter, "FJ", null, Refused.Kind.NOT_FOUND);
        isRefused(reporter, "QZ", null, Refused.Kind.NOT_FOUND);
    }

    @Test
    void aHostExplainsItsCategoryAlone() {
        Actor host = actor(Role.HOST, "video");
        mayExplain(host, null, "video");
        mayExplain(host, "FJ", "video");
        isRefused(host, null, "song", Refused.Kind.NOT_FOUND);
        isRefused(host, "FJ", null, Refused.Kind.FORBIDDEN);
    }

    @Test
    void nobodyElseExplainsAnything() {
        isRefused(actor(Role.JUDGE, "FJ"), "FJ", "video", Refused.Kind.FORBIDDEN);
        isRefused(Actor.PUBLIC, "FJ", "video", Refused.Kind.FORBIDDEN);
        isRefused(Actor.SYSTEM, "FJ", "video", Refused.Kind.FORBIDDEN);
    }
}
