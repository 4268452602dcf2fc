package org.campaignledger.entry.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryCorrected;
import org.campaignledger.entry.events.EntryReversed;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.personaldata.MaskedPerson;
import org.campaignledger.platform.records.WhatFallsWithIt;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.JudgingDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What corrections do to an entry. What its submitter wrote travels and rests encrypted with their own key: once they are
 * erased nobody can amend it any more, only reverse it.
 */
@Component
class EntryCorrections implements Correctable {

    /** Under which an amendment keeps what is personal in it, encrypted. */
    private static final String SEALED = "sealed";
    private static final String SUBJECT = "subject";
    private static final String SUBMITTER = "submitter";

    private final LedgerStore store;
    private final EntriesInTheLedger entries;
    private final EntryReader reader;
    private final SealedEntries sealing;
    private final SealedChanges changes;
    private final RecommendationPlaces places;
    private final JudgingDesk judging;
    private final WhatFallsWithIt resting;

    EntryCorrections(LedgerStore store, EntriesInTheLedger entries, EntryReader reader, SealedEntries sealing,
            SealedChanges changes, RecommendationPlaces places, JudgingDesk judging, WhatFallsWithIt resting) {
        this.judging = judging;
        this.resting = resting;
        this.store = store;
        this.entries = entries;
        this.reader = reader;
        this.sealing = sealing;
        this.changes = changes;
        this.places = places;
    }

    @Override
    public String kind() {
        return "entries";
    }

    @Override
    public boolean takes(CorrectionAction action) {
        return action.isOfRecords();
    }

    @Override
    public Set<String> personal() {
        return Set.of(SUBMITTER, "title", "theme", "description", "links");
    }

    @Override
    public boolean carriesOthers() {
        return true;
    }

    @Override
    public Map<String, Standing> standing(Collection<String> ids) {
        Map<String, Standing> found = new LinkedHashMap<>();
        store.readAggregates(ids).forEach((id, events) -> entries.find(events)
                .ifPresent(entry -> found.put(id, standing(entry, events))));
        return found;
    }

    /** One that takes part no more counts in no figure: there is nothing left of it to be corrected (rule 21). */
    private static Standing standing(Entry entry, List<RecordedEvent> events) {
        RecordedEvent last = events.getLast();
        return new Standing("entries", entry.id(), entry.campaign(), entry.unit(), EntriesInTheLedger.AGGREGATE,
                last.aggregateId(), last.sequence(), last.sequence() + 1, events.getFirst().position(),
                entry.state().takesPart() ? null : last.position(), entry);
    }

    private static Entry entry(Standing standing) {
        return (Entry) standing.state();
    }

    @Override
    public Map<String, Object> fields(Standing standing) {
        return shown(entry(standing));
    }

    @Override
    public Map<String, Object> fieldsAfter(LedgerEvent event) {
        return event instanceof EntryCorrected corrected ? shown(corrected.after()) : Map.of();
    }

    private static Map<String, Object> shown(Entry entry) {
        Content content = entry.content();
        Map<String, Object> fields = new TreeMap<>(Changes.fields(EntryForm.of(entry.category(), entry.unit(),
                Texts.of(content, null))));
        fields.put("state", entry.state().name());
        if (content.subject() != null && content.sealed() != null) {
            fields.put(SUBJECT, content.subject());
            fields.put(SEALED, content.sealed());
        }
        return fields;
    }

    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> sent) {
        Map<String, Object> nested = Changes.nested(sent);
        Changes.bound(Changes.over(fieldsOf(entry(standing)), nested), EntryForm.class);
        return changes.seal(entry(standing).content(), nested);
    }

    private Map<String, Object> fieldsOf(Entry entry) {
        return Changes.fields(EntryForm.of(entry.category(), entry.unit(), sealing.openToChange(entry.content())));
    }

    @Override
    public LedgerEvent amended(Standing standing, Map<String, Object> sealed, Circumstances circumstances) {
        Entry before = entry(standing);
        CampaignRules rules = circumstances.campaign();
        EntryForm form = Changes.bound(Changes.over(fieldsOf(before), changes.open(before.content(), sealed)),
                EntryForm.class);
        Checks checks = new Checks();
        checks.that(before.category().equals(form.category()), "category", "not-taken-here");
        checks.that(kindStays(before, form), "submitter.kind", "not-taken-here");
        String unit = checks.text(form.unit(), "unit", EntryReader.MAX_NAME, true);
        checks.that(unit == null || rules.units().containsKey(unit), "unit", "unknown-unit");
        checks.that(unit == null || unit.equals(before.unit()) || !isJudged(before, circumstances), "unit",
                "unit-was-judged");
        Texts texts = reader.read(form, rules.categories().get(before.category()),
                new EntryReader.Sender(circumstances.mark().requestedBy(), before.content()), checks);
        if (!checks.passed()) {
            throw Changes.below(Refused.because(checks.violations()));
        }
        SealedEntries.Sealed content = sealing.sealAgain(before.content(), Objects.requireNonNull(texts));
        if (content.wrappedKey() != null) {
            throw Changes.below(Refused.because(Violation.of("submitter.phone", "not-taken-here")));
        }
        Entry after = after(before, Objects.requireNonNull(unit), content.content(), rules);
        if (after.equals(before)) {
            throw Refused.because(Violation.of("changes", "changes-nothing"));
        }
        return new EntryCorrected(before, after, circumstances.mark());
    }

    /** Rule 14 was kept by the unit that it had: who may score it, and for whom it counts as judged and awarded. */
    private boolean isJudged(Entry entry, Circumstances circumstances) {
        return judging.isOpen(entry.campaign(), entry.category())
                || !resting.of(entry.id(), "", circumstances.today(), circumstances.mark()).isEmpty();
    }

    private static boolean kindStays(Entry before, EntryForm form) {
        EntryForm.Submitter submitter = form.submitter();
        return submitter == null || submitter.kind() == null || submitter.kind() == before.content().kind();
    }

    /** In another reporting unit it takes one of that unit's places, if these are limited (rule 13). */
    private Entry after(Entry before, String unit, Content content, CampaignRules rules) {
        Entry.Place place = before.recommendation();
        boolean moves = place != null
                && !Objects.requireNonNull(rules.units().get(unit)).reporting().equals(place.unit());
        return new Entry(before.id(), before.campaign(), before.category(), unit, before.state(), content,
                before.receipt(), before.submittedOn(), before.acceptedOn(), before.recommendedOn(),
                moves ? places.free(rules, before.campaign(), before.category(), unit) : place);
    }

    @Override
    public LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances) {
        return new EntryReversed(entry(standing), circumstances.mark(), mergedInto);
    }

    /** As in the register: the reporter of the unit sees who they are, others see them masked. */
    @Override
    public Map<String, Object> shownTo(Actor reader, Map<String, Object> fields) {
        if (!(fields.get(SUBJECT) instanceof String subject) || !(fields.get(SEALED) instanceof String sealed)) {
            return fields;
        }
        Map<String, Object> shown = new TreeMap<>(fields);
        shown.remove(SEALED);
        Map<String, String> person = changes.person(subject, sealed);
        shown.put("erased", person == null);
        if (person != null) {
            Map<String, Object> submitter = new TreeMap<>();
            if (fields.get(SUBMITTER) instanceof Map<?, ?> known) {
                known.forEach((name, value) -> submitter.put(String.valueOf(name), value));
            }
            Map<String, String> who = new TreeMap<>(person);
            who.keySet().retainAll(List.of("name", "phone"));
            submitter.putAll(reader.role() == Role.REPORTER ? who : MaskedPerson.of(who));
            shown.put(SUBMITTER, submitter);
            person.forEach((name, value) -> {
                if (!who.containsKey(name)) {
                    shown.put(name, value);
                }
            });
        }
        return shown;
    }
}
