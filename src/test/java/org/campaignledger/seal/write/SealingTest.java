package org.campaignledger.seal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Sealing goes on where it stopped, whatever happened, and never in two directions. */
class SealingTest extends ASealedLedger {

    @Test
    void whatWasCommittedIsSealedInAnySteps() {
        SealPass pass = pass(store, log);
        for (int step : new int[]{1, 2, 253, 1, 300, 3}) {
            append(step);
            assertThat(pass.seal()).isFalse();
            isWhole();
        }
        assertThat(pass.seal()).isFalse();
    }

    /** Points at which a process can die between reading the size and hearing of the commit. */
    enum Death {
        BEFORE_ANYTHING, AFTER_THE_TILES, AFTER_THE_CHECKPOINT, AFTER_THE_COMMIT
    }

    @ParameterizedTest
    @EnumSource
    void whereverSealingDiesTheLogIsWholeAfterTheNextStart(Death death) {
        append(300);
        pass(store, log).seal();
        append(300);
        SealStore dying = new SealStore(jdbc, database.bulk()) {

            @Override
            public void keep(Edge edge, byte[] root) {
                die(death, Death.BEFORE_ANYTHING);
                super.keep(edge, root);
                die(death, Death.AFTER_THE_TILES);
            }

            @Override
            public void keep(Edge edge, byte[] root, String note) {
                super.keep(edge, root, note);
                die(death, Death.AFTER_THE_CHECKPOINT);
            }
        };
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.source()) {

            @Override
            protected void doCommit(org.springframework.transaction.support.DefaultTransactionStatus status) {
                super.doCommit(status);
                die(death, Death.AFTER_THE_COMMIT);
            }
        };
        SealPass dies = new SealPass(store, dying, identity, transactions, new SimpleMeterRegistry());
        assertThatThrownBy(dies::seal).hasMessage("died");
        long after = death == Death.AFTER_THE_COMMIT ? 600 : 300;
        assertThat(log.sealed().size()).isEqualTo(after);
        assertThat(log.sealed().root()).isEqualTo(new Tree(log::stored).root(after));
        append(1);
        pass(store, log).seal();
        isWhole();
        // The same instance, where only its connection has died, looks again though nothing has been added.
        append(1);
        assertThatThrownBy(dies::seal).hasMessage("died");
        assertThatThrownBy(dies::seal).as("tries again").hasMessage("died");
        pass(store, log).seal();
        isWhole();
    }

    private static void die(Death planned, Death here) {
        if (planned == here) {
            throw new IllegalStateException("died");
        }
    }

    @Test
    void severalInstancesKeepOneTree() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int instance = 0; instance < 3; instance++) {
            SealPass pass = pass(store, log);
            work.add(() -> {
                for (int i = 0; i < 60; i++) {
                    append(5);
                    pass.seal();
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        }
        pass(store, log).seal();
        assertThat(store.head()).isEqualTo(900);
        isWhole();
    }

    @Test
    void anEventThatIsGoneBeforeItWasSealedIsAnAlarm() {
        append(10);
        SealPass pass = pass(new Without(store, 7), log);
        assertThatThrownBy(pass::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isZero();
        assertThat(log.alarm()).contains(new SealStore.Alarm(7, "missing"));
    }

    @Test
    void whatSomebodyHasMadeOfTheLastTilesIsNotSigned() {
        append(20);
        SealPass pass = pass(store, log);
        pass.seal();
        append(1);
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3))").update();
        assertThatThrownBy(pass(store, log)::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isEqualTo(20);
        assertThat(log.alarm()).contains(new SealStore.Alarm(20, "tree"));
        jdbc.sql("delete from seal_tile").update();
        assertThatThrownBy(pass(store, log)::seal).isInstanceOf(LogChanged.class);
        assertThat(log.sealed().size()).isEqualTo(20);
    }

    @Test
    void whereTheKeyWasReplacedByAnotherInstanceThisOneSignsNoMore() {
        append(1);
        jdbc.sql("insert into seal_key (vkey, since) values ('test/log+other', 0)").update();
        assertThatThrownBy(pass(store, log)::seal).hasMessageContaining("new key");
        assertThat(log.sealed().size()).isZero();
    }
}
