package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** While a person's number is typed, a reporter is told of its own unit's records, and of nobody else's. */
@AtTheDoor
class KnownPersonTest {

    private final Ledger ledger;
    private final String phone = Forms.aPhone();
    private final Answer recorded;

    KnownPersonTest(Ledger ledger) {
        this.ledger = ledger;
        this.recorded = ledger.as("fj").recruits(Forms.person("某人").phone(phone)).on("2019-06-01").isRecorded();
    }

    private Answer asks(String who, Form body) {
        return ledger.as(who).posts("/api/v1/campaigns/" + ledger.campaign() + "/propagandists/known", body);
    }

    @Test
    void theReportersOwnRecordIsNamed() {
        Answer answer = asks("fj", new Form().with("phone", phone)).isShown();
        assertThat(answer.at("/existing/id").stringValue()).isEqualTo(recorded.id());
        assertThat(answer.at("/existing/position").longValue()).isEqualTo(recorded.position());
    }

    @Test
    void ofAnotherUnitsPersonNothingIsToldAtAll() {
        String unknown = asks("gd", new Form().with("phone", Forms.aPhone())).isShown().text();
        assertThat(asks("gd", new Form().with("phone", phone)).isShown().text()).isEqualTo(unknown).isEqualTo("{}");
    }

    @Test
    void onlyAReporterAsksAndOnlyByAWholeNumber() {
        assertThat(asks("auditor", new Form().with("phone", phone)).status()).isEqualTo(403);
        assertThat(asks("host-video", new Form().with("phone", phone)).status()).isEqualTo(403);
        assertThat(asks("fj", new Form().with("phone", phone.substring(0, 7))).status()).isEqualTo(422);
        assertThat(asks("fj", new Form()).status()).isEqualTo(422);
    }
}
