package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.TestEvents;
import org.campaignledger.platform.processing.DeadLetterOffice.Retried;
import org.campaignledger.platform.processing.DeadLetters.DeadLetter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that can't be taken in waits aside with what comes behind it; everything else goes on. */
class DeadLettersTest {

    @TempDir
    static Path folder;

    private static LedgerDatabase database;
    private static SmallLedger ledger;

    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private DeadLetters letters;
    private DeadLetterOffice office;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.fresh();
        RowProjection.createTable(database, SmallLedger.PROJECTION);
        ledger = SmallLedger.start(database, folder, 50);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void poison() {
        letters = ledger.bean(DeadLetters.class);
        office = ledger.bean(DeadLetterOffice.class);
        ledger.projection().before((entries, tables) -> refusePoison(entries));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(letters.count(SmallLedger.PROJECTION)).isZero();
    }

    private void refusePoison(List<LedgerEntry> entries) {
        entries.stream().map(TestEvents::nameIn).filter(poison::contains).findFirst().ifPresent(name -> {
            throw new IllegalStateException("poisoned by " + name);
        });
    }

    /** Appends events about unions of these names to one aggregate, and answers their positions. */
    private static List<Long> write(String aggregate, String... names) {
        List<Long> positions = new ArrayList<>();
        for (String name : names) {
            positions.add(ledger.append(aggregate, name).lastPosition());
        }
        ledger.awaitPosition(positions.getLast());
        return positions;
    }

    private static List<String> rows(String aggregate) {
        return database.texts("select name from test_rows where aggregate = '" + aggregate + "' order by id").stream()
                .map(String::valueOf).toList();
    }

    private List<DeadLetter> lettersOf(String aggregate) {
        return letters.list(SmallLedger.PROJECTION, 0, 10_000).stream()
                .filter(letter -> letter.sequence().equals(aggregate)).toList();
    }

    @Test
    void a_poison_event_is_set_aside_with_what_comes_behind_it_and_the_rest_goes_on() {
        poison.add("bad");
        List<Long> positions = write("a", "fine", "bad", "next");
        write("b", "one", "two");
        assertThat(rows("a")).containsExactly("fine");
        assertThat(rows("b")).containsExactly("one", "two");
        assertThat(lettersOf("a")).extracting(DeadLetter::position).containsExactly(positions.get(1), positions.get(2));
        assertThat(lettersOf("a")).extracting(DeadLetter::cause).satisfiesExactly(
                cause -> assertThat(cause).contains("poisoned by bad"),
                cause -> assertThat(cause).isEqualTo("waits-behind"));

        assertThat(office.retry(lettersOf("a").getLast().id())).isEqualTo(new Retried(0, 2));
        assertThat(lettersOf("a").getFirst().attempts()).isEqualTo(2);
        poison.clear();
        assertThat(office.retry(lettersOf("a").getFirst().id())).isEqualTo(new Retried(2, 0));
        write("a", "last");
        assertThat(rows("a")).containsExactly("fine", "bad", "next", "last");
    }

    @Test
    void a_retry_goes_in_order_and_stops_at_the_first_that_fails_again() {
        poison.addAll(Set.of("bad", "worse"));
        write("c", "bad", "1", "worse", "2");
        poison.remove("bad");
        assertThat(office.retry(lettersOf("c").getFirst().id())).isEqualTo(new Retried(2, 2));
        assertThat(rows("c")).containsExactly("bad", "1");
        assertThat(lettersOf("c").getFirst().cause()).contains("poisoned by worse");
        poison.clear();
        assertThat(office.retry(lettersOf("c").getFirst().id())).isEqualTo(new Retried(2, 0));
        assertThat(rows("c")).containsExactly("bad", "1", "worse", "2");
    }

    @Test
    void who_gives_up_on_an_event_frees_what_waits_behind_it() {
        poison.add("bad");
        write("d", "bad", "1", "2");
        DeadLetter first = lettersOf("d").getFirst();
        assertThat(office.discard(first.id())).isEqualTo(first);
        assertThat(office.retry(lettersOf("d").getFirst().id())).isEqualTo(new Retried(2, 0));
        assertThat(rows("d")).containsExactly("1", "2");
        assertThatThrownBy(() -> office.discard(first.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> office.retry(first.id())).isInstanceOf(Refused.class);
    }

    @Test
    void an_event_that_the_database_refuses_is_poison_too() {
        write("e", "fine", "nul \0 inside", "next");
        write("f", "fine");
        assertThat(rows("e")).containsExactly("fine");
        assertThat(rows("f")).containsExactly("fine");
        assertThat(lettersOf("e")).hasSize(2);
        lettersOf("e").forEach(letter -> office.discard(letter.id()));
    }

    @Test
    void more_than_a_page_of_letters_is_listed_and_retried_whole() {
        poison.add("bad");
        for (int i = 0; i < 20; i++) {
            ledger.append("g" + i, "bad");
        }
        for (int behind = 0; behind < 35; behind++) {
            for (int i = 0; i < 20; i++) {
                ledger.append("g" + i, "n" + behind);
            }
        }
        ledger.awaitPosition(ledger.append("h", "fine").lastPosition());
        List<DeadLetter> listed = new ArrayList<>();
        List<DeadLetter> page = letters.list("", 0, 500);
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = letters.list("", page.getLast().id(), 500);
        }
        assertThat(listed).hasSize(20 * 36);
        assertThat(listed).extracting(DeadLetter::position).doesNotHaveDuplicates();
        poison.clear();
        for (int i = 0; i < 20; i++) {
            assertThat(office.retry(lettersOf("g" + i).getFirst().id())).isEqualTo(new Retried(36, 0));
            assertThat(rows("g" + i)).hasSize(36).startsWith("bad", "n0", "n1").endsWith("n34");
        }
    }

    /** The processor has seen that the sequence is stuck, and sets an event of it aside while it is being freed. */
    @Test
    void a_retry_meets_a_processor_in_the_middle_of_a_batch_without_leaving_a_letter_behind() throws Exception {
        poison.add("bad");
        write("i", "bad");
        poison.clear();
        var inBatch = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        ledger.projection().before((entries, tables) -> {
            if (entries.stream().anyMatch(entry -> TestEvents.nameIn(entry).equals("slow"))) {
                inBatch.countDown();
                waitFor(goOn);
            }
        });
        try (var threads = Executors.newSingleThreadExecutor()) {
            ledger.append("j", "first");
            long last = ledger.appendBoth("i", "behind", "j", "slow").lastPosition();
            assertThat(inBatch.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Retried> retried = threads.submit(() -> office.retry(lettersOf("i").getFirst().id()));
            Thread.sleep(300);
            goOn.countDown();
            retried.get();
            ledger.awaitPosition(last);
        }
        assertThat(lettersOf("i")).isEmpty();
        assertThat(rows("i")).containsExactly("bad", "behind");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
