package org.campaignledger.correction.duplicates;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Likeness LIKELY = Likeness.of(List.of(Reason.SAME_DAY, Reason.SAME_TITLE));
    private static final Likeness HARDLY = Likeness.of(List.of(Reason.SAME_DAY, Reason.NEAR_DAY));

    private static Compared record(long position, String... blocks) {
        return new Compared("r" + position, position, "FJ", "FJ", LocalDate.of(2019, 6, 1), List.of(blocks), Map.of());
    }

    private static List<String> names(Comparison.Found found) {
        return found.pairs().stream().map(pair -> pair.earlier().recordId() + "+" + pair.later().recordId()).toList();
    }

    @Test
    void onlyRecordsThatShareABlockAreComparedAndOnce() {
        AtomicLong asked = new AtomicLong();
        Comparison.Found found = Comparison.of(List.of(record(1, "a", "b"), record(2, "b", "a", "a"), record(3, "b"),
                record(4, "c")), (one, other) -> {
                    asked.incrementAndGet();
                    return LIKELY;
                });
        assertThat(names(found)).containsExactly("r2+r3", "r1+r3", "r1+r2");
        assertThat(asked).hasValue(3);
        assertThat(found.compared()).isEqualTo(3);
        assertThat(found.records()).isEqualTo(4);
        assertThat(found.cutBlocks()).isZero();
        assertThat(found.cutShort()).isFalse();
    }

    @Test
    void theEarlierRecordIsGivenFirst() {
        Comparison.of(List.of(record(9, "a"), record(2, "a"), record(5, "a")), (earlier, later) -> {
            assertThat(earlier.position()).isLessThan(later.position());
            return LIKELY;
        });
    }

    @Test
    void theMostLikelyComeFirstThenTheNewest() {
        Comparison.Found found = Comparison.of(List.of(record(1, "a"), record(2, "a"), record(3, "a")),
                (earlier, later) -> later.position() - earlier.position() == 2
                        ? LIKELY
                        : Likeness.of(List.of(Reason.SAME_PERSON_NAME, Reason.SAME_UNIT)));
        assertThat(names(found)).containsExactly("r1+r3", "r2+r3", "r1+r2");
    }

    @Test
    void whatIsHardlyLikelyIsNotListed() {
        assertThat(HARDLY.score()).isLessThan(Comparison.LEAST_SCORE);
        assertThat(Comparison.of(List.of(record(1, "a"), record(2, "a")), (one, other) -> HARDLY).pairs()).isEmpty();
        assertThat(Comparison.of(List.of(), (one, other) -> LIKELY).pairs()).isEmpty();
    }

    @Test
    void theSameRecordsGiveTheSamePairsInWhateverOrderTheyCome() {
        List<Compared> records = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 1; i <= 300; i++) {
            records.add(record(i, "x" + random.nextInt(9), "y" + random.nextInt(30)));
        }
        Comparison.Judge judge = (one, other) -> (one.position() + other.position()) % 7 == 0 ? LIKELY : HARDLY;
        Comparison.Found first = Comparison.of(records, judge);
        Collections.shuffle(records, random);
        assertThat(names(Comparison.of(records, judge))).isEqualTo(names(first)).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void aBlockOfTooManyIsCutAndSaidToBe() {
        List<Compared> records = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            records.add(record(i, "crowd", "pair" + i / 2));
        }
        Comparison.Found found = Comparison.of(records, (one, other) -> LIKELY);
        assertThat(found.cutBlocks()).isEqualTo(1);
        assertThat(found.compared()).isBetween((long) Comparison.MOST_PAIRS_OF_A_BLOCK,
                Comparison.MOST_PAIRS_OF_A_BLOCK + 100L);
        assertThat(names(found)).doesNotHaveDuplicates().contains("r1+r2", "r199+r200").doesNotContain("r1+r200");
    }

    @Test
    void whatACutBlockLeftOutIsFoundInAnother() {
        List<Compared> records = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            records.add(i == 1 || i == 200 ? record(i, "crowd", "few") : record(i, "crowd"));
        }
        assertThat(names(Comparison.of(records, (one, other) -> LIKELY))).contains("r1+r200").doesNotHaveDuplicates();
    }

    @Test
    void theListIsBoundedToTheMostLikely() {
        List<Compared> records = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            records.add(record(i, "a" + i % 3));
        }
        Comparison.Found found = Comparison.of(records, (one, other) -> one.position() <= 3
                ? Likeness.of(List.of(Reason.SAME_NAME_WITHOUT_CODE))
                : LIKELY);
        assertThat(found.cutShort()).isTrue();
        assertThat(found.pairs()).hasSize(Comparison.MOST_LISTED);
        assertThat(found.pairs().getFirst().likeness().score()).isEqualTo(75);
    }

    @Test
    void aWholeCampaignTakesSeconds() {
        List<Compared> records = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 1; i <= 30_000; i++) {
            records.add(record(i, "day" + random.nextInt(5_000), "name" + random.nextInt(900), "x" + random.nextInt(
                    50)));
        }
        assertTimeout(ofSeconds(10), () -> Comparison.of(records, (one, other) -> HARDLY));
    }
}
