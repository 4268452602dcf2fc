package org.campaignledger.seal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignledger.seal.GrowingLog;
import org.campaignledger.seal.TestWitness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All instances show witnesses the same checkpoint for long enough, and what was published is never taken back. */
class PublishingTest {

    private static final TestWitness FIRST = new TestWitness("witness.example/first", 1);
    private static final TestWitness SECOND = new TestWitness("witness.example/second", 2);
    private final GrowingLog log = new GrowingLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theCandidateIsHeldUntilItHasItsQuorum() {
        SealedLog one = log.instance(2, FIRST, SECOND);
        SealedLog other = log.instance(2, FIRST, SECOND);
        log.growTo(3);
        assertThat(one.candidateSize()).isEqualTo(3);
        log.growTo(7);
        assertThat(other.candidateSize()).as("of all instances").isEqualTo(3);
        log.cosigned(3, FIRST);
        assertThat(one.candidateSize()).as("one of two").isEqualTo(3);
        assertThat(one.publishedSize()).isEmpty();
        log.cosigned(3, SECOND);
        assertThat(one.publishedSize()).contains(3L);
        assertThat(other.candidateSize()).isEqualTo(7);
        assertThat(one.candidateSize()).isEqualTo(7);
    }

    @Test
    void aCandidateThatWaitedTooLongGivesWayToANewerOne() {
        SealedLog one = log.instance(2, FIRST, SECOND);
        log.growTo(3);
        assertThat(one.candidateSize()).isEqualTo(3);
        log.theCandidateIsOld();
        assertThat(one.candidateSize()).as("there is no newer one").isEqualTo(3);
        log.growTo(4);
        assertThat(one.candidateSize()).isEqualTo(4);
    }

    @Test
    void anEmptyLogIsNotHeldAsACandidate() {
        SealedLog one = log.instance(1, FIRST);
        assertThat(one.candidateSize()).isZero();
        log.growTo(1);
        assertThat(one.candidateSize()).isEqualTo(1);
    }

    @Test
    void withoutAQuorumTheCandidateIsTheNewestAndNothingIsStored() {
        SealedLog one = log.instance(0, FIRST);
        log.growTo(3);
        assertThat(one.candidateSize()).isEqualTo(3);
        log.growTo(5);
        assertThat(one.candidateSize()).isEqualTo(5);
        assertThat(log.database().jdbc().sql("select candidate is null from seal_publication").query(Boolean.class)
                .single()).isTrue();
    }

    @Test
    void instancesThatChooseAtTheSameTimeNeverGoBack() throws Exception {
        List<Future<Boolean>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                SealedLog instance = log.instance(1, FIRST);
                all.add(threads.submit(() -> onlyForward(instance)));
            }
            for (long size = 1; size <= 60; size++) {
                log.growTo(size);
                log.theCandidateIsOld();
            }
        }
        for (Future<Boolean> each : all) {
            assertThat(each.get()).isTrue();
        }
    }

    private static boolean onlyForward(SealedLog instance) {
        long last = 0;
        for (int i = 0; i < 150; i++) {
            long now = instance.candidateSize();
            if (now < last) {
                return false;
            }
            last = now;
        }
        return true;
    }

    @Test
    void raisingTheQuorumOrRemovingAWitnessNeverTakesBackWhatWasPublished() {
        log.growTo(9);
        log.cosigned(4, FIRST);
        log.cosigned(4, SECOND);
        log.cosigned(6, FIRST);
        assertThat(log.instance(1, FIRST, SECOND).publishedSize()).contains(6L);
        assertThat(log.instance(2, FIRST, SECOND).publishedSize()).as("a greater quorum").contains(6L);
        assertThat(log.instance(1, SECOND).publishedSize()).as("a witness less").contains(6L);
        assertThat(log.instance(0).publishedSize()).contains(9L);
        assertThat(log.instance(1, FIRST).publishedSize()).as("a quorum after none").contains(9L);
        log.growTo(10);
        log.cosigned(10, SECOND);
        assertThat(log.instance(1, SECOND).publishedSize()).contains(10L);
    }

    @Test
    void aCandidateIsNeverOlderThanWhatWasPublished() {
        SealedLog asks = log.instance(1, FIRST);
        log.growTo(3);
        assertThat(asks.candidateSize()).isEqualTo(3);
        log.growTo(5);
        assertThat(log.instance(0).candidateSize()).as("an instance that asks for none").isEqualTo(5);
        assertThat(asks.candidateSize()).isEqualTo(5);
    }

    @Test
    void aTreeThatSomeoneHasCutShowsAsCut() {
        log.growTo(9);
        log.cosigned(9, FIRST);
        SealedLog one = log.instance(1, FIRST);
        assertThat(one.candidateSize()).isEqualTo(9);
        assertThat(one.publishedSize()).contains(9L);
        log.database().jdbc().sql("update seal_log set size = 7").update();
        assertThat(one.publishedSize()).contains(7L);
        assertThat(one.candidateSize()).isEqualTo(7);
    }

    @Test
    void theAgeIsThatOfTheNewestCosignatureOfAConfiguredWitness() {
        log.growTo(3);
        assertThat(age()).as("no witnesses").isNaN();
        assertThat(age(FIRST)).as("none yet").isInfinite().isPositive();
        log.cosigned(2, FIRST);
        at(2, Instant.now().minusSeconds(5_000));
        assertThat(age(FIRST)).isBetween(4_999.0, 5_100.0);
        assertThat(age(SECOND)).isInfinite();
        log.cosigned(3, SECOND);
        at(3, Instant.now().plusSeconds(100_000));
        assertThat(age(FIRST, SECOND)).as("its clock is ahead").isBetween(0.0, 60.0);
    }

    private void at(long size, Instant at) {
        log.database().jdbc().sql("update seal_cosignature set at = ? where size = ?").params(Timestamp.from(at), size)
                .update();
    }

    private double age(TestWitness... witnesses) {
        return log.cosignatures(GrowingLog.properties(0, List.of(witnesses).stream().map(each -> each.at(null))
                .toArray(LogProperties.Witness[]::new))).ageSeconds();
    }
}
