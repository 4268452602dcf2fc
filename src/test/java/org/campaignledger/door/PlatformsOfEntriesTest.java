package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.door.EntriesTest.aCase;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** On which platforms works may have been submitted is said by the campaign's definition (rule 11). */
@AtTheDoor
class PlatformsOfEntriesTest {

    private final Desk host;

    PlatformsOfEntriesTest(Ledger shared) {
        this.host = shared.withAnotherCampaign().as("host-activity");
    }

    @Test
    void aPlatformIsOneOfThoseThatTheDefinitionNames() {
        Form entered = aCase("平台之外的").with("unit", "GD").with("platform", "别处的平台");
        Answer refused = host.posts(host.path("entries"), entered).isRefusedWith(422, "unknown-platform")
                .naming("platform", "unknown-platform");
        assertThat(refused.text()).contains("河北职工服务网", "冀工之家");
        Answer spelled = host.posts(host.path("entries"), aCase("写法不同的").with("unit", "GD").with("platform", " 冀工之家 "))
                .isRecorded();
        assertThat(host.gets("/api/v1/entries/" + spelled.id() + "?waitFor=" + spelled.position()).at("/platform")
                .stringValue()).isEqualTo("冀工之家");
    }
}
