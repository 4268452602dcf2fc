package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.merging;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.CorrectionForm.reversingAll;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;

import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import tools.jackson.databind.JsonNode;

/** A season in which everything was corrected that can be; some of it is still undecided. */
final class ACorrectedSeason {

    /** A code whose union was taken back, and recorded again. */
    static final String CODE = "FZMJ2019";
    /** The target of propagandists after its revision. */
    static final long PROPAGANDISTS = 21_000;
    /** The username of the ADMIN that nobody has decided on. */
    static final String FURTHER = "further";

    private static final String DAY = "2019-06-01";

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;
    private Answer undecided;
    private Answer furtherAdmin;

    ACorrectedSeason(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
        undecided = fujian.asksFor(reversing(fujian.holds(anEvent().meeting(40)).on(DAY).isRecorded())).isRecorded();
        unions();
        persons();
        events();
        reports();
        quotas();
        furtherAdmin = waiting(admin.posts("/api/v1/accounts", new Form().with("username", FURTHER)
                .with("password", "forgotten by a restore").with("role", "ADMIN").with("reason", "多一双眼睛")));
    }

    /** A correction that nobody has decided on. */
    Answer undecided() {
        return undecided;
    }

    /** A further ADMIN that nobody has decided on. */
    Answer furtherAdmin() {
        return furtherAdmin;
    }

    private void takesEffect(CorrectionForm form) {
        checker.approves(admin.asksFor(form).isRecorded()).isDone();
    }

    private static Answer waiting(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer;
    }

    private Answer mobilized(Form union) {
        return fujian.mobilizes(union).on(DAY).isRecorded();
    }

    private void unions() {
        Answer taken = mobilized(union("福州闽江机械厂工会").code(CODE));
        takesEffect(reversing(taken));
        mobilized(union("福州闽江机械厂工会").code(CODE));
        takesEffect(amending(mobilized(aUnion())).to("organization.code", "QZJJ2020"));
        takesEffect(amending(mobilized(aUnion())).to("unit", "GD"));
        Answer survivor = mobilized(aUnion());
        takesEffect(merging(mobilized(aUnion()), survivor));
        checker.rejects(admin.asksFor(reversing(survivor)).isRecorded()).isDone();
        fujian.withdraws(fujian.asksFor(reversing(survivor)).isRecorded()).isDone();
    }

    private void persons() {
        takesEffect(amending(fujian.recruits(aPerson()).on(DAY).isRecorded()).to("person.phone", aPhone())
                .to("occurredOn", "2019-06-03"));
        takesEffect(reversing(fujian.recruits(aPerson()).on(DAY).isRecorded()));
    }

    private void events() {
        takesEffect(amending(fujian.holds(anEvent().meeting(30)).on(DAY).isRecorded()).to("contacts", 20)
                .to("title", "更正后的标题"));
        takesEffect(reversingAll(List.of(fujian.holds(anEvent().meeting(7)).on(DAY).isRecorded(),
                fujian.holds(anEvent().meeting(8)).on(DAY).isRecorded())));
    }

    private void reports() {
        takesEffect(amending(fujian.reports(reach("WEB", 500).andOnward(50)).between("2019-06-01", "2019-06-05")
                .isRecorded()).to("from", "2019-06-03").to("to", "2019-06-07").to("direct", 400));
        takesEffect(reversing(fujian.reports(reach("APP", 900).andOnward(90)).between("2019-06-01", "2019-06-05")
                .isRecorded()));
    }

    /** What is allocated to a unit. */
    private long allocated(String unit) {
        for (JsonNode one : ledger.progressAfter(ledger.head()).path("units")) {
            if (one.path("unit").asString("").equals(unit)) {
                return one.at("/metrics/events/target").asLong();
            }
        }
        throw new AssertionError(unit);
    }

    private static Map<String, Object> share(String unit, long events) {
        return Map.of("unit", unit, "events", events);
    }

    private void quotas() {
        long fujianHas = allocated("FJ");
        long guangdongHas = allocated("GD");
        revise("targets/propagandists", new Form().with("target", PROPAGANDISTS));
        revise("targets/events", new Form().with("target", 3_010).with("changes", List.of(share("FJ", fujianHas
                + 10))));
        revise("allocations", new Form().with("changes", List.of(share("FJ", fujianHas + 5),
                share("GD", guangdongHas + 5))));
        revise("bounds", new Form().with("contactsPerEvent", 40_000));
    }

    private void revise(String what, Form form) {
        checker.approves(waiting(admin.posts(ledger.asNobody().path(what), form.with("reason", "计划调整")))).isDone();
    }
}
