package org.campaignledger.entry.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.personaldata.APhoneNumber;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.body.FieldName;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An ADMIN names who answers questions about a category for one of its hosts. */
@RestController
class ContactsEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final PersonalDataVault vault;

    ContactsEndpoint(CommandDoor door, CampaignRulesSource rules, PersonalDataVault vault) {
        this.door = door;
        this.rules = rules;
        this.vault = vault;
    }

    /** The contact as sent; {@code public} says whether everybody is shown them. */
    record Body(
            @Nullable String name, @Nullable String phone, @Nullable String host,
            @FieldName("public") @Nullable Boolean shown) implements CommandBody {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Body[***]";
        }
    }

    @PostMapping("/api/v1/campaigns/{campaign}/categories/{category}/contacts")
    ResponseEntity<Accepted> name(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String category, @RequestBody Body body) {
        return door.take(request, actor -> judge(campaign, category, body, actor));
    }

    private Submission judge(String campaign, String category, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        Checks checks = new Checks();
        String name = checks.text(body.name(), "name", EntryReader.MAX_NAME, true);
        checks.required(body.phone(), "phone");
        String phone = APhoneNumber.check(body.phone(), "phone", checks);
        String host = checks.text(body.host(), "host", EntryReader.MAX_NAME, true);
        AContactAnswersForAHost.check(known, category, host, checks);
        checks.refuseIfAny();
        String subject = RecordIds.next();
        PersonalDataVault.SealedPerson sealed = vault.seal(subject,
                Map.of("name", Objects.requireNonNull(name), "phone", Objects.requireNonNull(phone)));
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/categories/" + category + "/contacts/" + id,
                new NameContact(id, campaign, category, Objects.requireNonNull(host), subject, sealed.ciphertext(),
                        Base64.getEncoder().encodeToString(sealed.wrappedKey()), Boolean.TRUE.equals(body.shown())));
    }
}
