package org.campaignledger.entry.write;

import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryAccepted;
import org.campaignledger.entry.events.EntryAmended;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryRecommended;
import org.campaignledger.entry.events.EntryRejected;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.campaignledger.entry.write.EntryCommand.SubmitEntry;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.APhaseIsOpen;
import org.campaignledger.platform.rules.AReporterRecordsForItsOwnUnit;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CategoryRules;
import org.campaignledger.platform.rules.OfficeHolders;
import org.jspecify.annotations.Nullable;

/** What may be done with entries, by whom and when. */
final class EntryDecisions {

    private EntryDecisions() {}

    /** Rules 2, 8, 11 and 12; that the same bytes are not there already is a claim of the event. */
    static EntrySubmitted submit(SubmitEntry command, Actor actor, CampaignRules rules, LocalDate day) {
        Checks checks = new Checks();
        CategoryRules category = mayBeSubmitted(rules, actor, command.via(), command.category(), command.unit(),
                checks);
        if (category != null) {
            ACategoryForUnionsTakesNoIndividuals.check(category, command.content().kind(), checks);
            TheWorkFitsItsCategory.check(category, command.content().work() != null, command.content().work(),
                    checks);
            AWorkComesFromAPlatformOfItsHosts.check(category, command.content().platform(), null, checks);
        }
        checks.refuseIfAny();
        return new EntrySubmitted(command.id(), command.campaign(), command.category(), command.unit(),
                command.via(), command.content(), command.receipt(), day);
    }

    /**
     * Where and when a work may be submitted, and by whom; what is wrong is added.
     *
     * @return the category, if there is one of this name
     * @throws Refused 403 a foreign unit or category, another role
     */
    static @Nullable CategoryRules mayBeSubmitted(CampaignRules rules, Actor actor, EntrySubmitted.Via via,
            @Nullable String category, @Nullable String unit, Checks checks) {
        CategoryRules known = category == null ? null : rules.categories().get(category);
        checks.that(category == null || known != null, "category", "unknown-category");
        if (unit != null) {
            if (via == EntrySubmitted.Via.REPORTER) {
                AReporterRecordsForItsOwnUnit.check(rules, actor, unit);
            }
            checks.that(rules.units().containsKey(unit), "unit", "unknown-unit");
        }
        if (via == EntrySubmitted.Via.HOST && known != null && !known.id().equals(actor.scope())) {
            throw Refused.forbidden("foreign-category");
        }
        if (via == EntrySubmitted.Via.SELF_SERVICE && known != null) {
            checks.that(known.selfService(), "category", "no-self-service");
        }
        APhaseIsOpen.check(rules, "MOBILISE", "RECOMMEND").ifPresent(checks::add);
        return known;
    }

    /** As which the actor brings works in. */
    static EntrySubmitted.Via via(Actor actor) {
        return switch (actor.role()) {
            case REPORTER -> EntrySubmitted.Via.REPORTER;
            case HOST -> EntrySubmitted.Via.HOST;
            case PUBLIC -> EntrySubmitted.Via.SELF_SERVICE;
            default -> throw Refused.forbidden("wrong-role");
        };
    }

    /** By a reporter of its unit, until it is accepted. */
    static EntryAmended amend(Entry entry, EntryCommand.AmendEntry command, Actor actor, CampaignRules rules,
            LocalDate day) {
        ofItsOwnUnit(entry, actor, rules);
        if (!entry.content().equals(command.from())) {
            throw Refused.conflict("concurrent-change", null);
        }
        Checks checks = submitting(rules);
        ItTakesPart.uncheckedStill(entry, checks);
        checks.that(!command.content().equals(command.from()), "", "changes-nothing");
        checks.refuseIfAny();
        return new EntryAmended(entry, command.content(), day);
    }

    /** By a reporter of its unit, as long as it takes part and works are being collected. */
    static EntryWithdrawn withdraw(Entry entry, EntryCommand.WithdrawEntry command, Actor actor,
            CampaignRules rules, LocalDate day) {
        ofItsOwnUnit(entry, actor, rules);
        Checks checks = submitting(rules);
        ItTakesPart.check(entry, checks);
        checks.refuseIfAny();
        return new EntryWithdrawn(entry, command.reason(), day);
    }

    /** By a host that does not belong to its unit. */
    static EntryAccepted accept(Entry entry, EntryCommand.AcceptEntry command, Actor actor, CampaignRules rules,
            OfficeHolders holders, LocalDate day) {
        AHostLeavesItsOwnUnitToOthers.check(entry, actor, rules, holders);
        Checks checks = submitting(rules);
        ItTakesPart.uncheckedStill(entry, checks);
        checks.refuseIfAny();
        return new EntryAccepted(entry.id(), entry.campaign(), entry.category(), entry.unit(), command.reason(), day);
    }

    /** By a host that does not belong to its unit; also of one that it had accepted, until it is recommended. */
    static EntryRejected reject(Entry entry, EntryCommand.RejectEntry command, Actor actor, CampaignRules rules,
            OfficeHolders holders, LocalDate day) {
        AHostLeavesItsOwnUnitToOthers.check(entry, actor, rules, holders);
        Checks checks = submitting(rules);
        ItTakesPart.check(entry, checks);
        checks.that(entry.state() != Entry.State.RECOMMENDED, "", "already-recommended");
        checks.refuseIfAny();
        return new EntryRejected(entry, command.reason(), day);
    }

    /** By a reporter of its unit (rule 13). */
    static EntryRecommended recommend(Entry entry, Actor actor, CampaignRules rules, RecommendationPlaces places,
            LocalDate day) {
        ofItsOwnUnit(entry, actor, rules);
        Checks checks = new Checks();
        APhaseIsOpen.check(rules, "RECOMMEND").ifPresent(checks::add);
        AUnitRecommendsAcceptedEntries.check(entry, checks);
        checks.refuseIfAny();
        return new EntryRecommended(entry.id(), entry.campaign(), entry.category(), entry.unit(),
                places.free(rules, entry.campaign(), entry.category(), entry.unit()), day);
    }

    /** By a host that does not belong to its unit, once works are judged. */
    static EntryDisqualified disqualify(Entry entry, EntryCommand.DisqualifyEntry command, Actor actor,
            CampaignRules rules, OfficeHolders holders, LocalDate day) {
        AHostLeavesItsOwnUnitToOthers.check(entry, actor, rules, holders);
        Checks checks = new Checks();
        APhaseIsOpen.check(rules, "JUDGE", "SUMMARISE").ifPresent(checks::add);
        ItTakesPart.check(entry, checks);
        checks.refuseIfAny();
        return new EntryDisqualified(entry, command.reason(), day);
    }

    private static Checks submitting(CampaignRules rules) {
        Checks checks = new Checks();
        APhaseIsOpen.check(rules, "MOBILISE", "RECOMMEND").ifPresent(checks::add);
        return checks;
    }

    private static void ofItsOwnUnit(Entry entry, Actor actor, CampaignRules rules) {
        if (actor.role() != Role.REPORTER) {
            throw Refused.forbidden("wrong-role");
        }
        if (!rules.isWithin(Objects.requireNonNull(entry.unit()), actor.scope())) {
            throw Refused.notFound();
        }
    }
}
