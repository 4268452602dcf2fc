package org.campaignledger.judging.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Draws judges for entries: each entry at least so many, the load as even as conflicts allow, the same for the same seed.
 * The steps are written down in {@code docs/judging.md}, so that anyone can repeat a draw.
 *
 * @param drawn  the judges newly assigned, by entry; entries that get none are not in it
 * @param shortfalls the entries that have fewer judges than asked for, in the order of their ids
 */
public record Drawing(Map<String, List<String>> drawn, List<Shortfall> shortfalls) {

    /**
     * An entry that needs judges.
     *
     * @param id       its id
     * @param unit     the unit or sub-unit it is of
     * @param assigned the judges that it has, without those who have recused
     * @param recused  the judges who have recused from it
     */
    public record Needing(String id, String unit, Set<String> assigned, Set<String> recused) {}

    /**
     * A judge who can be drawn.
     *
     * @param account the account
     * @param unit    the unit or sub-unit of the account
     */
    public record Judge(String account, String unit) {}

    /**
     * An entry for which there are too few.
     *
     * @param entry   its id
     * @param judges  how many it has now
     * @param needed  how many were asked for
     * @param ownUnit how many could not be drawn because the entry is of their own unit
     * @param recused how many could not be drawn because they have recused
     */
    public record Shortfall(String entry, int judges, int needed, int ownUnit, int recused) {}

    /**
     * Draws.
     *
     * @param entries  all of the category, in any order
     * @param judges   in any order; each account once
     * @param perEntry so many judges each, from 1 up, those that an entry has already counted
     * @param most     of the entries that have fewer and for which somebody is left, so many at most are drawn for: the
     *                 first by their ids
     * @param conflict whether a judge of the second unit may not judge an entry of the first (rule 14)
     */
    public static Drawing of(List<Needing> entries, List<Judge> judges, int perEntry, int most, long seed,
            BiPredicate<String, String> conflict) {
        return new Run(judges, perEntry, new SplitMix(seed), conflict).draw(entries, most);
    }

    /** For how many entries a draw of any number would find somebody. */
    public static int waiting(List<Needing> entries, List<Judge> judges, int perEntry,
            BiPredicate<String, String> conflict) {
        Run run = new Run(judges, perEntry, new SplitMix(0), conflict);
        return (int) entries.stream().filter(run::canGetMore).count();
    }

    /** The entries that have fewer judges than asked for as it is, in the order of their ids. */
    public static List<Shortfall> shortfalls(List<Needing> entries, List<Judge> judges, int perEntry,
            BiPredicate<String, String> conflict) {
        Run run = new Run(judges, perEntry, new SplitMix(0), conflict);
        return entries.stream().filter(entry -> entry.assigned().size() < perEntry)
                .map(entry -> run.tooFew(entry, entry.assigned().size()))
                .sorted(Comparator.comparing(Shortfall::entry)).toList();
    }

    /** A judge in the queue: the least loaded first, then by lot. */
    private static final class Drawn {

        private final Judge judge;
        private int load;
        private long lot;

        private Drawn(Judge judge) {
            this.judge = judge;
        }
    }

    private static final class Run {

        private final int perEntry;
        private final SplitMix random;
        private final BiPredicate<String, String> conflict;
        private final Map<String, Drawn> byAccount = new TreeMap<>();
        private final Map<String, Set<String>> ofOwnUnit = new HashMap<>();

        private Run(List<Judge> judges, int perEntry, SplitMix random, BiPredicate<String, String> conflict) {
            this.perEntry = perEntry;
            this.random = random;
            this.conflict = conflict;
            judges.forEach(judge -> byAccount.put(judge.account(), new Drawn(judge)));
        }

        private Drawing draw(List<Needing> entries, int most) {
            List<Needing> order = inOrder(entries.stream().filter(this::canGetMore)
                    .sorted(Comparator.comparing(Needing::id)).limit(most).toList());
            for (Needing entry : entries) {
                entry.assigned().stream().map(byAccount::get).filter(judge -> judge != null)
                        .forEach(judge -> judge.load++);
            }
            byAccount.values().forEach(judge -> judge.lot = random.next());
            PriorityQueue<Drawn> queue = new PriorityQueue<>(Comparator.<Drawn>comparingInt(judge -> judge.load)
                    .thenComparing(judge -> judge.lot, Long::compareUnsigned)
                    .thenComparing(judge -> judge.judge.account()));
            queue.addAll(byAccount.values());
            Map<String, List<String>> drawn = new TreeMap<>();
            List<Shortfall> shortfalls = new ArrayList<>();
            for (Needing entry : order) {
                List<String> judges = drawFor(entry, queue);
                if (!judges.isEmpty()) {
                    drawn.put(entry.id(), judges);
                }
                int has = entry.assigned().size() + judges.size();
                if (has < perEntry) {
                    shortfalls.add(tooFew(entry, has));
                }
            }
            entries.stream().filter(entry -> entry.assigned().size() < perEntry && !canGetMore(entry))
                    .forEach(entry -> shortfalls.add(tooFew(entry, entry.assigned().size())));
            shortfalls.sort(Comparator.comparing(Shortfall::entry));
            return new Drawing(drawn, List.copyOf(shortfalls));
        }

        /** Whether it has fewer than it is to have, and somebody is left for it. */
        private boolean canGetMore(Needing entry) {
            Set<String> own = ownUnit(entry.unit());
            long there = entry.assigned().stream()
                    .filter(judge -> byAccount.containsKey(judge) && !own.contains(judge)).count();
            return entry.assigned().size() < perEntry && possible(entry) > there;
        }

        /** Given by their ids; shuffled, then those for whom fewest are left first: they have the least choice. */
        private List<Needing> inOrder(List<Needing> entries) {
            List<Needing> order = new ArrayList<>(entries);
            for (int last = order.size() - 1; last > 0; last--) {
                int other = random.below(last + 1);
                Needing kept = order.get(last);
                order.set(last, order.get(other));
                order.set(other, kept);
            }
            Map<Needing, Integer> possible = new java.util.IdentityHashMap<>();
            order.forEach(entry -> possible.put(entry, possible(entry)));
            order.sort(Comparator.comparing(possible::get));
            return order;
        }

        private int possible(Needing entry) {
            Set<String> own = ownUnit(entry.unit());
            long without = byAccount.size() - own.size();
            for (String judge : entry.recused()) {
                without -= byAccount.containsKey(judge) && !own.contains(judge) ? 1 : 0;
            }
            return (int) without;
        }

        private Set<String> ownUnit(String unit) {
            return ofOwnUnit.computeIfAbsent(unit, of -> {
                Set<String> own = new java.util.HashSet<>();
                byAccount.forEach((account, drawn) -> {
                    if (conflict.test(of, drawn.judge.unit())) {
                        own.add(account);
                    }
                });
                return own;
            });
        }

        private List<String> drawFor(Needing entry, PriorityQueue<Drawn> queue) {
            List<String> judges = new ArrayList<>();
            List<Drawn> back = new ArrayList<>();
            Set<String> own = ownUnit(entry.unit());
            while (entry.assigned().size() + judges.size() < perEntry && !queue.isEmpty()) {
                Drawn next = queue.remove();
                String account = next.judge.account();
                if (!own.contains(account) && !entry.assigned().contains(account)
                        && !entry.recused().contains(account)) {
                    next.load++;
                    next.lot = random.next();
                    judges.add(account);
                }
                back.add(next);
            }
            queue.addAll(back);
            return judges;
        }

        private Shortfall tooFew(Needing entry, int has) {
            Set<String> own = ownUnit(entry.unit());
            int recused = (int) entry.recused().stream()
                    .filter(judge -> byAccount.containsKey(judge) && !own.contains(judge)).count();
            return new Shortfall(entry.id(), has, perEntry, own.size(), recused);
        }
    }
}
