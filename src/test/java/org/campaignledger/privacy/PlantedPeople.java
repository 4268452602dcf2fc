package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.exchange.imports.Importing;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;

/**
 * A season with one of every kind of person who leaves something personal in it, each invented and to be recognised: who
 * is recruited, one by one and by a sheet, who submits through a reporter and by themselves, a category's contact, who
 * signs in, and who types into the wrong place.
 */
final class PlantedPeople {

    private static final String DAY = "2019-06-01";
    private static final String PASSWORD = "zimu-lihua-7731";
    private static final String HOLDER = "planted-holder";

    private final Ledger ledger;
    private final Desk fujian;
    /** What is to stand nowhere, by what it is. */
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> subjects = new ArrayList<>();

    PlantedPeople(Ledger shared) {
        this.ledger = shared.withCampaign(form -> form.with("/categories/2/selfService", true)
                .with("/categories/6/work", Map.of("media", "CASE")));
        ledger.asAdmin().opens("MOBILISE").isDone();
        this.fujian = ledger.as("fj");
        for (String account : List.of("gd", "host-photo", "host-video", "auditor")) {
            ledger.as(account);
        }
        theyAreRecruited();
        someComeByASheet();
        oneSubmitsThroughAReporter();
        oneSubmitsAlone();
        oneIsAContact();
        oneSignsIn();
        someTypeIntoTheWrongPlace();
    }

    /** The ledger in whose campaign they are. */
    Ledger ledger() {
        return ledger;
    }

    /** What must be nowhere, by what it is. */
    Map<String, String> texts() {
        return texts;
    }

    private String planted(String what, String text) {
        texts.put(what, text);
        return text;
    }

    private Answer noted(Answer recorded) {
        subjects.add(ledger.asAdmin().gets(recorded.location() + "?waitFor=" + recorded.position()).isShown()
                .at("/subject").stringValue());
        return recorded;
    }

    private void theyAreRecruited() {
        Form form = person(planted("a propagandist's name", "赫连甲一一")).idNumber(planted("their number",
                anIdNumber())).phone(planted("their phone", "13800000871"));
        Answer recruited = noted(fujian.recruits(form).withKey("planted-1").on(DAY).isRecorded());
        fujian.recruits(form).withKey("planted-1").on(DAY).isRecorded().isAReplay();
        ledger.as("gd").recruits(form).on(DAY).isRefusedWith(409, "duplicate-record");
        fujian.recruits(form.with("person.nickname", "赫连甲一一")).on(DAY).isRefusedWith(400, "malformed");
        ledger.asAuditor().reveals(subjects.getFirst(), "例行核查").isDone();
        // A correction of who they are keeps what it was and what it becomes.
        Answer asked = fujian.asksFor(CorrectionForm.amending(recruited).to("person", Map.of("name", planted(
                "their name corrected",
                "赫连甲二二")))).isRecorded();
        ledger.as("checker").approves(asked).isDone();
    }

    private void someComeByASheet() {
        String sheet = "unit,person.name,person.phone,occurredOn\n"
                + "FJ," + planted("who came by a sheet", "赫连乙三三") + "," + planted("their phone in it", "13800000872")
                + "," + DAY + "\nFJ," + planted("who was refused in a sheet", "赫连丙四四") + ","
                + planted("a wrong phone in a sheet", "1390000099") + ",2039-01-01\n";
        Importing.of(fujian, "propagandists", sheet.getBytes(StandardCharsets.UTF_8));
        fujian.reads("propagandists?waitFor=" + ledger.head()).isShown().at("/items").forEach(item -> {
            if (item.at("/person/name").asString("").equals("赫连乙三三")) {
                subjects.add(ledger.asAdmin().reads("propagandists/" + item.get("id").stringValue()).isShown()
                        .at("/subject").stringValue());
            }
        });
        assertThat(subjects).hasSize(2);
    }

    private void oneSubmitsThroughAReporter() {
        noted(fujian.posts(fujian.path("entries"), new Form().with("unit", "FJ").with("category", "lesson")
                .with("submitter.kind", "INDIVIDUAL").with("submitter.name", planted("a submitter", "赫连丁五五"))
                .with("submitter.phone", planted("a submitter's phone", "13800000874")).with("title", planted("a title",
                        "焊枪旁的赫连五五")).with("description", planted("a description", "那年我在三号炉前值夜")))
                .isRecorded());
    }

    private void oneSubmitsAlone() {
        Desk worker = ledger.asNobody();
        String submissions = worker.path("categories/photo/submissions");
        String file = worker.uploads(submissions + "/files", MadePicture.jpeg("工地清晨", 320, 200, 71)).at("/sha256")
                .stringValue();
        Answer taken = worker.sending("Idempotency-Key", "planted-2").posts(submissions, new Form().with("unit", "FJ")
                .with("submitter.kind", "INDIVIDUAL").with("submitter.name", planted("who submits alone", "赫连戊六六"))
                .with("submitter.phone", planted("their own phone", "13800000875")).with("title", planted("their title",
                        "赫连六六的清晨")).with("work", file)).isRecorded();
        planted("a receipt", taken.at("/receipt").stringValue());
        subjects.add(ledger.asAdmin().gets("/api/v1/entries/" + taken.id() + "?waitFor=" + taken.position()).isShown()
                .at("/subject").stringValue());
    }

    private void oneIsAContact() {
        Desk admin = ledger.asAdmin();
        noted(admin.posts(admin.path("categories/video/contacts"), new Form().with("name", planted("a contact",
                "赫连己七七")).with("phone", planted("a contact's phone", "13800000876")).with("host", "天津市总工会"))
                .isRecorded());
    }

    private void oneSignsIn() {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", HOLDER).with("password", planted(
                "a password", PASSWORD)).with("role", "AUDITOR")).isRecorded();
        Desk holder = ledger.asWhoeverIs(HOLDER, PASSWORD);
        String account = "/api/v1/accounts/" + HOLDER;
        planted("a token", holder.posts(account + "/tokens", new Form().with("name", "夜间报表").with("access", "READ")
                .with("expiresOn", LocalDate.now().plusDays(9).toString())).isRecorded().at("/token").stringValue());
        String secret = planted("a second factor", holder.posts(account + "/second-factor").at("/secret")
                .stringValue());
        Answer confirmed = holder.posts(account + "/second-factor/confirm", new Form().with("code", AuthenticatorApp
                .code(secret, 0))).isDone();
        planted("a recovery code", confirmed.at("/recoveryCodes/0").stringValue());
        Answer signedIn = ledger.asNobody().fills("/login", "username", HOLDER, "password", PASSWORD);
        planted("a session", signedIn.cookie("LEDGERSESSION").replace("LEDGERSESSION=", ""));
    }

    private void someTypeIntoTheWrongPlace() {
        String visitor = planted("what was typed as a name", "13800000877");
        ledger.asNobody().fills("/login", "username", visitor, "password", planted("a wrong password",
                "lihua-zimu-1377"));
        ledger.asWhoeverIs(visitor, "lihua-zimu-1377").reads("events").isRefusedWith(401, "bad-credentials");
        fujian.reads("events?text=" + planted("what was searched for", "13800000878")).isShown();
        ledger.asNobody().gets("/c/" + planted("what stood in an address", "13800000879")).status();
        fujian.gets("/api/v1/nothing/13800000879").isRefusedWith(404, "not-found");
        fujian.sends(fujian.path("events"), "application/json", "{\"unit\": \"" + planted("what stood in a broken body",
                "赫连庚八八") + "\"").isRefusedWith(400, "malformed");
    }

    /** All of them want to be forgotten. */
    void areErased() {
        for (String subject : subjects) {
            ledger.asAdmin().erases(subject, "本人要求").isDone();
        }
        assertThat(subjects).hasSize(5).doesNotHaveDuplicates();
    }
}
