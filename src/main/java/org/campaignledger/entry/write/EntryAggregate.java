package org.campaignledger.entry.write;

import java.time.LocalDate;
import java.util.Base64;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.campaignledger.entry.model.Entries;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.records.WhatFallsWithIt;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.OfficeHolders;
import org.jspecify.annotations.Nullable;

/** The shell in which Axon loads an entry, has it decide, and records what came of it. */
@Aggregate(type = "Entry")
class EntryAggregate {

    @AggregateIdentifier
    private @Nullable String id;
    private @Nullable Entry entry;

    EntryAggregate() {}

    @CommandHandler
    EntryAggregate(EntryCommand.SubmitEntry command, Deciding deciding) {
        CampaignRules rules = deciding.rulesOf(command.campaign());
        AggregateLifecycle.apply(EntryDecisions.submit(command, deciding.actor(), rules,
                rules.businessDay(deciding.today(rules))));
        keep(command.content().subject(), command.wrappedKey());
    }

    @CommandHandler
    void handle(EntryCommand.AmendEntry command, Deciding deciding) {
        CampaignRules rules = rules(deciding);
        AggregateLifecycle.apply(EntryDecisions.amend(known(), command, deciding.actor(), rules, day(deciding, rules)));
        keep(command.content().subject(), command.wrappedKey());
    }

    @CommandHandler
    void handle(EntryCommand.WithdrawEntry command, Deciding deciding, WhatFallsWithIt falling) {
        CampaignRules rules = rules(deciding);
        EntryWithdrawn event = EntryDecisions.withdraw(known(), command, deciding.actor(), rules,
                day(deciding, rules));
        AggregateLifecycle.apply(event);
        String reason = event.reason();
        falling.write(event.id(), reason == null ? "" : reason, event.occurredOn(), null);
    }

    @CommandHandler
    void handle(EntryCommand.AcceptEntry command, Deciding deciding, OfficeHolders holders) {
        CampaignRules rules = rules(deciding);
        AggregateLifecycle.apply(EntryDecisions.accept(known(), command, deciding.actor(), rules, holders,
                day(deciding, rules)));
    }

    @CommandHandler
    void handle(EntryCommand.RejectEntry command, Deciding deciding, OfficeHolders holders) {
        CampaignRules rules = rules(deciding);
        AggregateLifecycle.apply(EntryDecisions.reject(known(), command, deciding.actor(), rules, holders,
                day(deciding, rules)));
    }

    @CommandHandler
    void handle(EntryCommand.RecommendEntry command, Deciding deciding, RecommendationPlaces places) {
        CampaignRules rules = rules(deciding);
        AggregateLifecycle.apply(EntryDecisions.recommend(known(), deciding.actor(), rules, places,
                day(deciding, rules)));
    }

    /** Rule 21: what rests on it falls in the same append. */
    @CommandHandler
    void handle(EntryCommand.DisqualifyEntry command, Deciding deciding, OfficeHolders holders,
            WhatFallsWithIt falling) {
        CampaignRules rules = rules(deciding);
        EntryDisqualified event = EntryDecisions.disqualify(known(), command, deciding.actor(), rules, holders,
                day(deciding, rules));
        AggregateLifecycle.apply(event);
        falling.write(event.id(), event.reason(), event.occurredOn(), null);
    }

    /** The id may be that of something else: then there is no such entry. */
    private Entry known() {
        if (entry == null) {
            throw Refused.notFound();
        }
        return entry;
    }

    private CampaignRules rules(Deciding deciding) {
        return deciding.rulesOf(known().campaign());
    }

    private static LocalDate day(Deciding deciding, CampaignRules rules) {
        return rules.businessDay(deciding.today(rules));
    }

    private static void keep(@Nullable String subject, @Nullable String wrappedKey) {
        if (subject != null && wrappedKey != null) {
            AppendContext.current().keep(new Append.PersonKey(subject, Base64.getDecoder().decode(wrappedKey)));
        }
    }

    @EventSourcingHandler
    void on(EntryEvent event) {
        id = event.id();
        entry = Entries.evolve(entry, event);
    }
}
