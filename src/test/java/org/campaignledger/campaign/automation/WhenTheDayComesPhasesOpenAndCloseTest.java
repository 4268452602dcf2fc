package org.campaignledger.campaign.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.campaignledger.campaign.read.CampaignCatalog;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rule 3 at work: the ledger gives the commands that the schedule asks for, as itself, and each once. */
@AtTheDoor
class WhenTheDayComesPhasesOpenAndCloseTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Ledger ledger;

    WhenTheDayComesPhasesOpenAndCloseTest(Ledger shared) {
        this.ledger = shared.withCampaign(form -> form.window(TODAY.minusDays(10), TODAY.plusDays(60))
                .phase("MOBILISE", TODAY.minusDays(10), TODAY.plusDays(5))
                .phase("RECOMMEND", TODAY.plusDays(3), TODAY.plusDays(5))
                .phase("JUDGE", TODAY.plusDays(6), TODAY.plusDays(20))
                .phase("SUMMARISE", TODAY.plusDays(21), TODAY.plusDays(40)));
    }

    /** As if it were noon on that day, and this the only campaign. */
    private void lookOn(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        new WhenTheDayComesPhasesOpenAndClose(new OnlyOurs(), ledger.bean(Commands.class), () -> noon).look();
    }

    /** The catalog of the running ledger, but for the campaigns of other tests. */
    private final class OnlyOurs extends CampaignCatalog {

        private OnlyOurs() {
            super(ledger.bean(LedgerStore.class), ledger.bean(EventCodec.class), ledger.bean(JdbcClient.class));
        }

        @Override
        public List<String> campaigns() {
            return List.of(ledger.campaign());
        }
    }

    private List<String> openPhases() {
        return ledger.asNobody().reads("").isShown().at("/phases").valueStream().filter(phase -> phase.get("open")
                .booleanValue()).map(phase -> phase.get("id").stringValue()).toList();
    }

    @Test
    void dayByDay() {
        assertThat(openPhases()).containsExactly("MOBILISE");
        lookOn(TODAY.plusDays(2));
        assertThat(openPhases()).containsExactly("MOBILISE");
        lookOn(TODAY.plusDays(3));
        assertThat(openPhases()).containsExactly("MOBILISE", "RECOMMEND");
        lookOn(TODAY.plusDays(6));
        assertThat(openPhases()).containsExactly("JUDGE");
        lookOn(TODAY.plusDays(21));
        assertThat(openPhases()).containsExactly("SUMMARISE");
        lookOn(TODAY.plusDays(41));
        assertThat(openPhases()).isEmpty();
    }

    @Test
    void itActsInItsOwnNameAndOnce() {
        lookOn(TODAY.plusDays(3));
        long head = ledger.head();
        lookOn(TODAY.plusDays(3));
        assertThat(ledger.head()).isEqualTo(head);
        JsonNode event = ledger.asAuditor().gets("/api/v1/trail/" + head + "?waitFor=" + head).isShown().json();
        assertThat(event.get("type").stringValue()).isEqualTo("PhaseOpened");
        assertThat(event.at("/payload/phase").stringValue()).isEqualTo("RECOMMEND");
        assertThat(event.at("/actor/account").stringValue()).isEqualTo("system");
        assertThat(event.at("/actor/role").stringValue()).isEqualTo("SYSTEM");
    }

    @Test
    void whatAnAdminDidOutranksTheSchedule() {
        ledger.asAdmin().closes("MOBILISE").isDone();
        ledger.asAdmin().opens("SUMMARISE").isDone();
        lookOn(TODAY.plusDays(1));
        assertThat(openPhases()).containsExactly("SUMMARISE");
    }

    @Test
    void inAClosedCampaignNothingHappens() {
        ledger.asAdmin().closesTheCampaign().isDone();
        long head = ledger.head();
        lookOn(TODAY.plusDays(6));
        assertThat(ledger.head()).isEqualTo(head);
    }
}
