package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.union;

import java.time.Duration;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An event that a projection cannot take in is set aside, holds nothing up, and is tried again or given up. */
@AtTheDoor
class DeadLettersTest {

    private static final String PATH = "/api/v1/operations/dead-letters";
    private static final String POISON = "投影无法接受的工会";

    private final Ledger ledger;
    private final Desk admin;

    DeadLettersTest(Ledger ledger) {
        this.ledger = ledger;
        this.admin = ledger.asAdmin();
    }

    @BeforeEach
    void theRegisterRefusesAName() {
        ledger.database().sql("alter table mobilization_register add constraint poison check (search not like '"
                + POISON
                + "%') not valid").update();
    }

    @AfterEach
    void theRegisterTakesAllNames() {
        ledger.database().sql("alter table mobilization_register drop constraint if exists poison").update();
    }

    private JsonNode letterOf(Answer recorded) {
        ledger.as("fj").reads("mobilizations?waitFor=" + recorded.position()).isShown();
        return admin.gets(PATH + "?projection=mobilizations&limit=500").isShown().at("/items").valueStream()
                .filter(letter -> letter.get("position").longValue() == recorded.position()).findFirst()
                .orElseThrow(() -> new AssertionError("not set aside: " + recorded));
    }

    private Answer poison(String code) {
        return ledger.as("fj").mobilizes(union(POISON).code(code)).on("2019-06-01").isRecorded();
    }

    @Test
    void whatCannotBeTakenInHoldsNothingUp() {
        Answer poison = poison("POISON0001");
        Answer behind = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        ledger.as("fj").gets(behind.location() + "?waitFor=" + behind.position()).isShown();
        JsonNode letter = letterOf(poison);
        assertThat(letter.get("projection").stringValue()).isEqualTo("mobilizations");
        assertThat(letter.get("cause").stringValue()).contains("poison");
        assertThat(letter.get("attempts").intValue()).isEqualTo(1);
        ledger.as("fj").gets(poison.location()).isRefusedWith(404, "not-found");
        assertThat(ledger.progressAfter(behind.position()).at("/targets/0/actual").longValue()).isPositive();
        admin.posts(PATH + "/" + letter.get("id") + "/discard", new Form().with("reason", "测试完毕")).isDone();
    }

    @Test
    void triedAgainItIsTakenInWhenTheCauseIsGone() {
        Answer poison = poison("POISON0002");
        String letter = letterOf(poison).get("id").toString();
        Answer stillStuck = admin.posts(PATH + "/" + letter + "/retry");
        assertThat(stillStuck.at("/takenIn").intValue()).as(stillStuck.toString()).isZero();
        assertThat(stillStuck.at("/remaining").intValue()).isEqualTo(1);
        assertThat(letterOf(poison).get("attempts").intValue()).isEqualTo(2);
        theRegisterTakesAllNames();
        Answer taken = admin.posts(PATH + "/" + letter + "/retry");
        assertThat(taken.at("/takenIn").intValue()).as(taken.toString()).isEqualTo(1);
        ledger.as("fj").gets(poison.location()).isShown();
        admin.posts(PATH + "/" + letter + "/retry").isRefusedWith(404, "not-found");
    }

    @Test
    void givingUpIsRecordedAndWantsAReason() {
        Answer poison = poison("POISON0003");
        String letter = letterOf(poison).get("id").toString();
        admin.posts(PATH + "/" + letter + "/discard").isRefusedWith(422, "missing").namingJust("reason missing");
        ledger.asAuditor().posts(PATH + "/" + letter + "/discard", new Form().with("reason", "x"))
                .isRefusedWith(403, "wrong-role");
        Answer discarded = admin.posts(PATH + "/" + letter + "/discard", new Form().with("reason", "名称有误")).isDone();
        JsonNode event = ledger.asAuditor().gets("/api/v1/trail/" + discarded.position() + "?waitFor=" + discarded
                .position()).isShown().json();
        assertThat(event.get("type").stringValue()).isEqualTo("DeadLetterDiscarded");
        assertThat(event.at("/payload/discarded").longValue()).isEqualTo(poison.position());
        assertThat(event.at("/payload/reason").stringValue()).isEqualTo("名称有误");
        assertThat(event.at("/actor/account").stringValue()).isEqualTo("admin");
        admin.posts(PATH + "/" + letter + "/discard", new Form().with("reason", "x")).isRefusedWith(404, "not-found");
    }

    @Test
    void aRebuildTakesInWhatItCanNow() {
        Answer poison = poison("POISON0004");
        letterOf(poison);
        theRegisterTakesAllNames();
        String rebuild = "/api/v1/operations/projections/mobilizations/rebuild";
        assertThat(admin.posts(rebuild).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> admin.gets(rebuild).at("/state").stringValue().equals(
                "DONE"));
        ledger.as("fj").gets(poison.location()).isShown();
        assertThat(admin.gets(PATH + "?projection=mobilizations").isShown().at("/items")).isEmpty();
    }

    @Test
    void pagesAndLimits() {
        admin.gets(PATH + "?limit=0").isRefusedWith(422, "limit-out-of-range");
        admin.gets(PATH + "?limit=501").isRefusedWith(422, "limit-out-of-range");
        ledger.asAuditor().gets(PATH).isShown();
        admin.posts(PATH + "/999999/retry").isRefusedWith(404, "not-found");
        Form reason = new Form().with("reason", "x");
        admin.posts(PATH + "/999999/discard", reason).isRefusedWith(404, "not-found");
        ledger.asAuditor().posts(PATH + "/999999/discard", reason).isRefusedWith(403, "wrong-role");
        ledger.asAuditor().posts(PATH + "/999999/retry").isRefusedWith(403, "wrong-role");
        for (int i = 0; i < 3; i++) {
            letterOf(poison("POISON010" + i));
        }
        int seen = 0;
        String after = "";
        do {
            Answer page = admin.gets(PATH + "?projection=mobilizations&limit=2" + after).isShown();
            seen += page.at("/items").size();
            after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
        } while (!after.isEmpty());
        assertThat(seen).isGreaterThanOrEqualTo(3);
        admin.gets(PATH + "?projection=mobilizations&limit=500").at("/items").forEach(letter -> admin.posts(PATH + "/"
                + letter.get("id") + "/discard", new Form().with("reason", "测试完毕")).isDone());
    }
}
