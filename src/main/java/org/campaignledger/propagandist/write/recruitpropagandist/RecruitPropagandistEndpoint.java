package org.campaignledger.propagandist.write.recruitpropagandist;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.RecordRules;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A REPORTER records a propagandist. What is known of the person is encrypted here, before anything is done with it. */
@RestController
class RecruitPropagandistEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;
    private final LedgerKeys keys;
    private final PersonalDataVault vault;

    RecruitPropagandistEndpoint(CommandDoor door, CampaignRulesSource rules, LedgerClock clock, LedgerKeys keys,
            PersonalDataVault vault) {
        this.door = door;
        this.rules = rules;
        this.clock = clock;
        this.keys = keys;
        this.vault = vault;
    }

    /** What is sent. */
    record Body(
            @Nullable String unit, @Nullable PersonBody person, @Nullable String employer,
            @Nullable LocalDate occurredOn) implements CommandBody {}

    /** The person as sent. */
    record PersonBody(@Nullable String name, @Nullable String idNumber, @Nullable String phone) {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "PersonBody[***]";
        }
    }

    record Person(String name, @Nullable String idNumber, @Nullable String phone) {

        /** As it is encrypted: what was not given is left out. */
        Map<String, String> data() {
            Map<String, String> data = new LinkedHashMap<>();
            data.put("name", name);
            if (idNumber != null) {
                data.put("idNumber", idNumber);
            }
            if (phone != null) {
                data.put("phone", phone);
            }
            return data;
        }

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    @PostMapping("/api/v1/campaigns/{campaign}/propagandists")
    ResponseEntity<Accepted> recruit(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody Body body) {
        return door.take(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/propagandists/" + id,
                read(id, body, known, actor, known.dateOf(clock.now())));
    }

    /**
     * The command in what was sent, the person encrypted.
     *
     * @param today in the campaign's zone
     * @throws org.campaignledger.kernel.Refused with everything that is wrong
     */
    RecruitPropagandist read(String id, Body body, CampaignRules known, Actor actor, LocalDate today) {
        Checks checks = new Checks();
        String unit = checks.text(body.unit(), "unit", 200, true);
        checks.required(body.occurredOn(), "occurredOn");
        RecordRules.check(known, actor, unit, "occurredOn", body.occurredOn(), today, checks);
        Person person = person(body.person(), checks);
        String employer = checks.text(body.employer(), "employer", 200, false);
        checks.refuseIfAny();
        return command(id, known.campaign(), Objects.requireNonNull(unit), Objects.requireNonNull(person), employer,
                Objects.requireNonNull(body.occurredOn()));
    }

    static @Nullable Person person(@Nullable PersonBody body, Checks checks) {
        if (body == null) {
            checks.required(null, "person");
            return null;
        }
        String name = checks.text(body.name(), "person.name", 200, true);
        String idNumber = APersonCanBeToldApart.idNumber(body.idNumber(), checks);
        String phone = APersonCanBeToldApart.phone(body.phone(), checks);
        checks.that(idNumber != null || phone != null, "person", "person-not-identified");
        return name == null ? null : new Person(name, idNumber, phone);
    }

    private RecruitPropagandist command(String id, String campaign, String unit, Person person,
            @Nullable String employer, LocalDate occurredOn) {
        String subject = RecordIds.next();
        String idKey = keyOf(keys, "idNumber", person.idNumber());
        String phoneKey = keyOf(keys, "phone", person.phone());
        PersonalDataVault.SealedPerson sealed = vault.seal(subject, person.data());
        return new RecruitPropagandist(id, campaign, unit, subject, sealed.ciphertext(),
                Base64.getEncoder().encodeToString(sealed.wrappedKey()), idKey, phoneKey, employer, occurredOn);
    }

    /** The natural key under which a number is claimed; absent where there is no number. */
    static @Nullable String keyOf(LedgerKeys keys, String kind, @Nullable String number) {
        return number == null ? null : keys.naturalKeyOf(kind, number);
    }
}
