package org.campaignledger.correction.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;

/**
 * Compares records with each other, as far as they share a block. Pure: the same records give the same pairs, in
 * whatever order they come. A block of too many records is cut: each is compared with those that were recorded next
 * after it, as far as the pairs reach, and the block is counted as cut.
 */
final class Comparison {

    /** Pairs that are less likely are not listed. */
    static final int LEAST_SCORE = 50;

    /** Pairs that are compared within one block at most: all pairs of 100 records. */
    static final int MOST_PAIRS_OF_A_BLOCK = 4_950;

    /** Pairs that are listed at most. */
    static final int MOST_LISTED = 5_000;

    private final List<Compared> records;
    private final Judge judge;
    private final List<int[]> blocks = new ArrayList<>();
    private final List<List<Integer>> blocksOf = new ArrayList<>();
    private final TreeSet<LikelyDuplicate> found = new TreeSet<>(LikelyDuplicate.BY_RANK);
    private long compared;
    private boolean cutShort;

    /** Tells how likely two records are one. */
    @FunctionalInterface
    interface Judge {

        /** How likely these are one, the earlier being given first. */
        Likeness likeness(Compared earlier, Compared later);
    }

    /**
     * What came of it.
     *
     * @param pairs     the likely duplicates by rank
     * @param records   how many records were looked at
     * @param compared  how many pairs of them were compared
     * @param cutBlocks how many blocks were too large for all of their pairs to be compared
     * @param cutShort  whether there are more likely duplicates than are listed; these are the most likely
     */
    record Found(List<LikelyDuplicate> pairs, int records, long compared, int cutBlocks, boolean cutShort) {}

    private Comparison(List<Compared> records, Judge judge) {
        this.records = records.stream().sorted(Comparator.comparingLong(Compared::position)).toList();
        this.judge = judge;
    }

    /** The likely duplicates among these records of one kind. */
    static Found of(List<Compared> records, Judge judge) {
        return new Comparison(records, judge).run();
    }

    private Found run() {
        fillBlocks();
        int cut = 0;
        for (int block = 0; block < blocks.size(); block++) {
            compareWithin(block);
            cut += isCut(block) ? 1 : 0;
        }
        return new Found(List.copyOf(found), records.size(), compared, cut, cutShort);
    }

    private void fillBlocks() {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            blocksOf.add(new ArrayList<>());
            for (String block : records.get(i).blocks().stream().distinct().toList()) {
                members.computeIfAbsent(block, first -> new ArrayList<>(2)).add(i);
            }
        }
        members.values().stream().filter(block -> block.size() > 1).forEach(block -> {
            block.forEach(member -> blocksOf.get(member).add(blocks.size()));
            blocks.add(block.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    private boolean isCut(int block) {
        long size = blocks.get(block).length;
        return size * (size - 1) / 2 > MOST_PAIRS_OF_A_BLOCK;
    }

    private void compareWithin(int block) {
        int[] members = blocks.get(block);
        int pairs = 0;
        for (int apart = 1; apart < members.length; apart++) {
            for (int i = 0; i + apart < members.length; i++) {
                if (pairs++ == MOST_PAIRS_OF_A_BLOCK) {
                    return;
                }
                if (!wereCompared(members[i], members[i + apart], block)) {
                    compare(records.get(members[i]), records.get(members[i + apart]));
                }
            }
        }
    }

    /** Whether an earlier block, which was not cut, had both of them. */
    private boolean wereCompared(int one, int other, int block) {
        List<Integer> others = blocksOf.get(other);
        for (int shared : blocksOf.get(one)) {
            if (shared >= block) {
                return false;
            }
            if (others.contains(shared) && !isCut(shared)) {
                return true;
            }
        }
        return false;
    }

    private void compare(Compared earlier, Compared later) {
        compared++;
        Likeness likeness = judge.likeness(earlier, later);
        if (likeness.score() >= LEAST_SCORE) {
            found.add(new LikelyDuplicate(earlier, later, likeness)); // once, should a cut block bring them up again
            if (found.size() > MOST_LISTED) {
                found.pollLast();
                cutShort = true;
            }
        }
    }
}
