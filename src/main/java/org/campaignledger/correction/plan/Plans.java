package org.campaignledger.correction.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Effect;
import org.campaignledger.platform.correction.FiguresAfter;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.records.RestsOnRecords;
import org.campaignledger.platform.records.WhatFallsWithIt;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what a correction would do, from the records as they stand; the same for a preview and for the decision. */
@Component
public class Plans {

    private final Map<String, Correctable> kinds;
    private final FiguresAfter figures;
    private final LedgerStore store;
    private final WhatFallsWithIt resting;

    /** Plans for all that can be corrected. */
    public Plans(List<Correctable> kinds, FiguresAfter figures, LedgerStore store, WhatFallsWithIt resting) {
        this.resting = resting;
        this.kinds = kinds.stream().collect(Collectors.toMap(Correctable::kind, Function.identity()));
        this.figures = figures;
        this.store = store;
    }

    /** What of this name can be corrected. */
    public Correctable kind(String kind) {
        return Objects.requireNonNull(kinds.get(kind), kind);
    }

    /** Which kind of record this is; empty if none of this id can be corrected. */
    public Optional<Standing> find(String recordId) {
        return kinds.values().stream().filter(kind -> kind.takes(CorrectionAction.REVERSE)).map(kind -> kind.standing(
                List.of(recordId)).get(recordId))
                .filter(Objects::nonNull).findFirst();
    }

    /** Whether the records may be corrected by whoever asks. */
    @FunctionalInterface
    public interface Guard {

        /**
         * Passes if they may.
         *
         * @throws Refused 403 or 404
         */
        void check(List<Standing> records, @Nullable Standing survivor);
    }

    /**
     * The plan.
     *
     * @param rules the campaign's rules; absent where there is no campaign
     * @param guard asked before anything is told of the records
     * @throws Refused 404 or 422 an unknown record, 409 {@code already-reversed} or {@code duplicate-record}, 422 a rule
     */
    public Plan make(Ask ask, CorrectionMark mark, @Nullable CampaignRules rules, LocalDate today, Guard guard) {
        Correctable kind = kind(ask.kind());
        List<Standing> records = records(kind, ask);
        Standing survivor = survivor(kind, ask, records);
        guard.check(records, survivor);
        Stream.concat(records.stream(), Stream.ofNullable(survivor)).forEach(Plans::mustCount);
        Circumstances circumstances = new Circumstances(mark, rules, today);
        List<LedgerEvent> events = records.stream()
                .map(record -> event(kind, ask, record, circumstances.of(record))).toList();
        records.forEach(record -> mustBeOf(rules, record));
        for (int i = 0; i < events.size(); i++) {
            claimsMustBeFree(events.get(i), records.get(i));
        }
        List<RestsOnRecords.Falling> falling = falling(kind, ask, records, circumstances);
        return new Plan(kind, records, survivor, events, falling,
                effect(kind, ask, records, survivor, events, falling, rules));
    }

    /** Rule 21: what rests on a record that is taken back falls with it, and the effect says so beforehand. */
    private List<RestsOnRecords.Falling> falling(Correctable kind, Ask ask, List<Standing> records,
            Circumstances circumstances) {
        boolean takenBack = ask.action() == CorrectionAction.REVERSE || ask.action() == CorrectionAction.MERGE;
        return !takenBack || !kind.carriesOthers()
                ? List.of()
                : inTurn(records.stream().flatMap(record -> {
                    CorrectionMark mark = circumstances.of(record).mark();
                    return resting.of(record.id(), mark.reason(), circumstances.campaign().businessDay(
                            circumstances.today()), mark).stream();
                }).toList());
    }

    /** Each was told as if it alone fell: those of one aggregate are written one behind the other. */
    private static List<RestsOnRecords.Falling> inTurn(List<RestsOnRecords.Falling> alone) {
        Map<String, Long> last = new LinkedHashMap<>();
        return alone.stream().map(one -> {
            long behind = Math.max(one.lastSequence(), last.getOrDefault(one.aggregateId(), Long.MIN_VALUE));
            last.put(one.aggregateId(), behind + 1);
            return new RestsOnRecords.Falling(one.aggregateType(), one.aggregateId(), behind, one.event(),
                    one.shown());
        }).toList();
    }

    private static List<Standing> records(Correctable kind, Ask ask) {
        Map<String, Standing> standing = kind.standing(ask.ids());
        List<Violation> unknown = IntStream.range(0, ask.ids().size())
                .filter(i -> !standing.containsKey(ask.ids().get(i)))
                .mapToObj(i -> Violation.of("recordIds[" + i + "]", "unknown-record")).limit(100).toList();
        if (!unknown.isEmpty()) {
            throw ask.ids().size() == 1 ? Refused.notFound() : Refused.because(unknown);
        }
        return ask.ids().stream().map(id -> Objects.requireNonNull(standing.get(id))).toList();
    }

    /** Rule 21: a reversed record can't be corrected. */
    private static void mustCount(Standing record) {
        Long endedAt = record.endedAt();
        if (endedAt != null) {
            throw Refused.conflict("already-reversed", new Refused.Existing(record.id(), endedAt, record.unit()));
        }
    }

    private static void mustBeOf(@Nullable CampaignRules rules, Standing record) {
        if (!Objects.equals(rules == null ? null : rules.campaign(), record.campaign())) {
            throw Refused.because(Violation.of("recordIds", "different-campaigns"));
        }
    }

    private static @Nullable Standing survivor(Correctable kind, Ask ask, List<Standing> records) {
        String into = ask.into();
        if (ask.action() != CorrectionAction.MERGE || into == null) {
            return null;
        }
        Standing survivor = kind.standing(List.of(into)).get(into);
        if (survivor == null || !Objects.equals(survivor.campaign(), records.getFirst().campaign())) {
            throw Refused.because(Violation.of("into", "unknown-record"));
        }
        if (ask.ids().contains(into)) {
            throw Refused.because(Violation.of("into", "merged-into-itself"));
        }
        return survivor;
    }

    private static LedgerEvent event(Correctable kind, Ask ask, Standing record, Circumstances circumstances) {
        return switch (ask.action()) {
            case REVERSE -> kind.reversed(record, null, circumstances);
            case MERGE -> kind.reversed(record, ask.into(), circumstances);
            case AMEND, REVISE, OPEN_ACCOUNT -> kind.amended(record, ask.changes(), circumstances);
        };
    }

    /** Told beforehand; whoever takes a key meanwhile is noticed by the append itself. */
    private void claimsMustBeFree(LedgerEvent event, Standing record) {
        for (Claim claim : event.claims()) {
            ClaimHolder holder = store.holderOf(claim).orElse(null);
            if (holder != null && !holder.recordId().equals(record.id())) {
                throw Refused.duplicate(claim.kind(), new Refused.Existing(holder.recordId(), holder.position(),
                        holder.unit().isEmpty() ? null : holder.unit()));
            }
        }
    }

    private Effect effect(Correctable kind, Ask ask, List<Standing> records, @Nullable Standing survivor,
            List<LedgerEvent> written, List<RestsOnRecords.Falling> falling, @Nullable CampaignRules rules) {
        List<LedgerEvent> events = Stream.concat(written.stream(), falling.stream().map(
                RestsOnRecords.Falling::event)).toList();
        FiguresAfter.Outlook outlook = rules == null
                ? new FiguresAfter.Outlook(store.head(), List.of())
                : figures.after(rules.campaign(), events);
        List<Effect.OnRecord> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(records.size(), Effect.SHOWN); i++) {
            shown.add(onRecord(kind, ask, records.get(i), written.get(i)));
        }
        long version = Stream.concat(records.stream(), Stream.ofNullable(survivor))
                .mapToLong(Standing::version).sum()
                + falling.stream().mapToLong(one -> one.lastSequence() + 1).sum();
        return EffectsFit.fit(new Effect(version, outlook.position(), records.size(), shown,
                falling.isEmpty() ? null : falling.stream().map(RestsOnRecords.Falling::shown).toList(),
                amounts(events), outlook.figures(), null));
    }

    private static Effect.OnRecord onRecord(Correctable kind, Ask ask, Standing record, LedgerEvent event) {
        Map<String, Object> after = kind.fieldsAfter(event);
        return new Effect.OnRecord(kind.kind(), record.id(), record.position(), record.unit(), ask.into(),
                kind.fields(record), after.isEmpty() ? null : after);
    }

    private static List<Effect.Amount> amounts(List<LedgerEvent> events) {
        Map<Posting, Long> sums = new LinkedHashMap<>();
        events.stream().flatMap(event -> event.postings().stream()).forEach(posting -> sums.merge(new Posting(
                posting.metric(), posting.unit(), posting.category(), 0, posting.occurredOn()), posting.amount(),
                Math::addExact));
        return sums.entrySet().stream().filter(sum -> sum.getValue() != 0).map(sum -> new Effect.Amount(
                sum.getKey().metric().id(), sum.getKey().unit(), sum.getKey().category(), sum.getValue(),
                sum.getKey().occurredOn())).toList();
    }

}
