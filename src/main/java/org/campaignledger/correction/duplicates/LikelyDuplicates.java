package org.campaignledger.correction.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.duplicates.ComparedRecords;
import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of likely duplicates as it is shown: what has gone since it was made is left out. */
@Component
class LikelyDuplicates {

    private final Map<String, ComparedRecords> kinds = new TreeMap<>();
    private final DuplicatesQuery query;
    private final DuplicateTables tables;
    private final TransactionTemplate snapshot;

    LikelyDuplicates(List<ComparedRecords> kinds, DuplicatesQuery query, DuplicateTables tables,
            PlatformTransactionManager transactions) {
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
        this.query = query;
        this.tables = tables;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The kinds of records among which it is looked, by name. */
    Map<String, ComparedRecords> kinds() {
        return kinds;
    }

    /**
     * An answer and the position that it reflects.
     *
     * @param position up to where the records of all its kinds were read
     * @param page     the answer
     */
    record Shown(long position, DuplicatePage page) {}

    /** A page of the list, rows and position from one snapshot. */
    Shown shown(CampaignRules known, Actor actor, DuplicateParameters asked, Language language) {
        return snapshot.execute(status -> {
            List<DuplicatesQuery.Pair> pairs = query.pairs(known, actor, asked);
            boolean more = pairs.size() > asked.rows();
            List<DuplicatesQuery.Pair> page = more ? pairs.subList(0, asked.rows()) : pairs;
            Collection<String> of = asked.kind() == null ? kinds.keySet() : List.of(asked.kind());
            Map<String, Run> runs = new TreeMap<>(tables.runs(known.campaign()));
            runs.keySet().retainAll(of);
            return new Shown(position(runs, of), new DuplicatePage(items(known, actor, page, language),
                    more ? page.getLast().cursor() : null, actor.role() == Role.REPORTER ? List.of() : runs.values()));
        });
    }

    /** Up to where the records of all these kinds were read; 0 where they never were. */
    long position(String campaign, Collection<String> of) {
        return position(tables.runs(campaign), of);
    }

    private static long position(Map<String, Run> runs, Collection<String> of) {
        return of.stream().mapToLong(kind -> runs.containsKey(kind) ? runs.get(kind).position() : 0).min().orElse(0);
    }

    private List<DuplicatePage.Item> items(CampaignRules known, Actor actor, List<DuplicatesQuery.Pair> pairs,
            Language language) {
        Map<String, Map<String, Map<String, Object>>> fields = new HashMap<>();
        DuplicatesQuery.recordsOf(pairs).forEach((kind, ids) -> fields.put(kind,
                Optional.ofNullable(kinds.get(kind)).map(records -> records.shown(known.campaign(), ids))
                        .orElse(Map.of())));
        List<DuplicatePage.Item> items = new ArrayList<>();
        for (DuplicatesQuery.Pair pair : pairs) {
            Map<String, Map<String, Object>> shown = fields.getOrDefault(pair.kind(), Map.of());
            List<Map<String, Object>> both = pair.halves().filter(half -> shown.containsKey(half.id()))
                    .map(half -> record(half, shown.getOrDefault(half.id(), Map.of())))
                    .filter(record -> isSeen(known, actor, record)).toList();
            if (both.size() == 2) {
                items.add(new DuplicatePage.Item(pair.kind(), pair.score(), because(pair.reasons(), language), both,
                        pair.asOf(), pair.dismissed()));
            }
        }
        return items;
    }

    private static Map<String, Object> record(DuplicatesQuery.Half half, Map<String, Object> fields) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", half.id());
        record.put("position", half.position());
        record.putAll(fields);
        return record;
    }

    /** A record may have come to another unit since the list was made. */
    private static boolean isSeen(CampaignRules known, Actor actor, Map<String, Object> record) {
        return actor.role() != Role.REPORTER || known.isWithin(String.valueOf(record.get("unit")), actor.scope());
    }

    private static List<DuplicatePage.Because> because(List<String> codes, Language language) {
        return codes.stream().map(Reason::of).map(reason -> new DuplicatePage.Because(reason.code(), reason.points(),
                ReasonTexts.of(reason, language))).toList();
    }
}
