package org.campaignledger.progress.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTest {

    private static final int EVENTS = 1_500;

    static LongStream seeds() {
        return Seeds.some(20);
    }

    private static List<LedgerEvent> twoCampaigns(long seed) {
        RandomSeason one = new RandomSeason(seed, "2019");
        RandomSeason other = new RandomSeason(seed + 1, "2020");
        Random random = new Random(seed);
        List<LedgerEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(random.nextBoolean() ? one.next() : other.next());
        }
        return events;
    }

    private static byte[] journal(List<LedgerEvent> events, long after) {
        Journal journal = new Journal();
        for (int i = 0; i < events.size(); i++) {
            journal.add(after + i + 1, Change.of(events.get(i)));
        }
        return journal.toBytes();
    }

    private static Balance fold(List<LedgerEvent> events, String campaign) {
        Books books = new Books();
        events.forEach(event -> books.take(Change.of(event)));
        return books.of(campaign);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBalanceBeforeAndTheJournalGiveTheBalanceAtAnyPositionWithin(long seed) {
        List<LedgerEvent> events = twoCampaigns(seed);
        Random random = new Random(seed);
        int mark = random.nextInt(EVENTS);
        byte[] journal = journal(events.subList(mark, EVENTS), mark);
        for (int i = 0; i < 20; i++) {
            int position = mark + random.nextInt(EVENTS - mark + 1);
            for (String campaign : List.of("2019", "2020", "none")) {
                Balance balance = fold(events.subList(0, mark), campaign);
                Journal.replay(journal, campaign, position, balance);
                assertThat(balance.toBytes())
                        .isEqualTo(fold(events.subList(0, position), campaign).toBytes());
            }
        }
    }

    @Test
    void bytesThatAreCutOrOfAnotherVersionAreRefused() {
        byte[] bytes = journal(twoCampaigns(5).subList(0, 20), 100);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Journal.replay(cut, "2019", Long.MAX_VALUE, new Balance()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        bytes[0] = 7;
        assertThatThrownBy(() -> Journal.replay(bytes, "2019", Long.MAX_VALUE, new Balance()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPostingTakesFewBytes() {
        List<LedgerEvent> events = twoCampaigns(9);
        long postings = events.stream().mapToLong(event -> event.postings().size()).sum();
        assertThat(journal(events, 0).length).isLessThan((int) postings * 10 + 600);
    }
}
