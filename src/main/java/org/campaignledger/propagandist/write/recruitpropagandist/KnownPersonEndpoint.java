package org.campaignledger.propagandist.write.recruitpropagandist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Stream;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a REPORTER, while a number is being typed, that its own unit has recorded this person already. Sent as a body,
 * so that no number stands in an address; of persons of other units nothing is told, not even that there are any.
 * Nothing is written.
 */
@RestController
class KnownPersonEndpoint {

    private final LedgerStore store;
    private final LedgerKeys keys;
    private final CampaignRulesSource rules;

    KnownPersonEndpoint(LedgerStore store, LedgerKeys keys, CampaignRulesSource rules) {
        this.store = store;
        this.keys = keys;
        this.rules = rules;
    }

    /** What is known of the person so far. */
    record Body(@Nullable String idNumber, @Nullable String phone) implements CommandBody {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Body[***]";
        }
    }

    /** The earlier record, where it is one of the caller's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Known(@Nullable Existing existing) {}

    /** A record. */
    record Existing(String id, long position) {}

    @PostMapping("/api/v1/campaigns/{campaign}/propagandists/known")
    ResponseEntity<Known> known(@PathVariable String campaign, @RequestBody Body body) {
        Actor actor = CurrentActor.require(Role.REPORTER);
        CampaignRules known = rules.rules(campaign);
        Checks checks = new Checks();
        String idNumber = APersonCanBeToldApart.idNumber(body.idNumber(), checks);
        String phone = APersonCanBeToldApart.phone(body.phone(), checks);
        checks.that(body.idNumber() != null || body.phone() != null, "phone", "missing");
        checks.refuseIfAny();
        Optional<Existing> existing = Stream.of(claim("idNumber", campaign, idNumber), claim("phone", campaign, phone))
                .flatMap(Optional::stream).map(store::holderOf).flatMap(Optional::stream)
                .filter(holder -> known.isWithin(holder.unit(), actor.scope())).findFirst()
                .map(holder -> new Existing(holder.recordId(), holder.position()));
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(store.head()))
                .body(new Known(existing.orElse(null)));
    }

    private Optional<Claim> claim(String kind, String campaign, @Nullable String number) {
        String key = RecruitPropagandistEndpoint.keyOf(keys, kind, number);
        return key == null ? Optional.empty() : Optional.of(new Claim("person." + kind, campaign + "/" + key));
    }
}
