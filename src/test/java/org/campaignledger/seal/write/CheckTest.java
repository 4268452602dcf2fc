package org.campaignledger.seal.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.campaignledger.seal.store.SealStore;
import org.junit.jupiter.api.Test;

/** The check finds whatever is not as it was sealed, and an alarm rings until all is well again. */
class CheckTest extends ASealedLedger {

    @Test
    void theCheckNamesTheFirstEventThatDiffers() {
        append(700);
        pass(store, log).seal();
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        assertThat(check(new Without(store, 513)).firstDifference(log.sealed()))
                .contains(new SealStore.Alarm(513, "missing"));
        assertThat(check(new Changed(store, 300)).firstDifference(log.sealed()))
                .contains(new SealStore.Alarm(300, "changed"));
    }

    @Test
    void theCheckSeesThatTheTreeWasChanged() {
        append(700);
        pass(store, log).seal();
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3)) where level = 1")
                .update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(700, "tree"));
        jdbc.sql("update seal_tile set hashes = set_byte(hashes, 3, 255 - get_byte(hashes, 3)) where level = 1")
                .update();
        assertThat(check(store).firstDifference(log.sealed())).isEmpty();
        jdbc.sql("update seal_log set root = set_byte(root, 0, 255 - get_byte(root, 0))").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(700, "tree"));
    }

    @Test
    void anAlarmStaysUntilAWholeRoundHasFoundNothing() {
        SealStore.Alarm alarm = new SealStore.Alarm(5, "changed");
        OffsetDateTime before = log.now();
        assertThat(log.raise(alarm)).isTrue();
        assertThat(log.raise(alarm)).isFalse();
        assertThat(log.alarm()).contains(alarm);
        assertThat(log.allIsWell(before, 10)).as("a round that had begun before").isFalse();
        assertThat(log.allIsWell(log.now(), 4)).as("a round that did not come so far").isFalse();
        assertThat(log.allIsWell(log.now(), 5)).isTrue();
        assertThat(log.allIsWell(log.now(), 5)).isFalse();
        assertThat(log.alarm()).isEmpty();
        assertThat(log.raise(alarm)).as("again").isTrue();
        assertThat(jdbc.sql("select count(*) from seal_alarm").query(Long.class).single()).as("both stay").isEqualTo(2);
    }

    @Test
    void theCheckSeesTilesThatAreGoneOrCutAndCheckpointsOfAnotherTree() {
        append(300);
        pass(store, log).seal();
        jdbc.sql("update seal_checkpoint set note = replace(note, '=', 'A')").update();
        log.keepCheckpoint(7, "test/log\n7\n" + "A".repeat(43) + "=\n\n\u2014 x\n", "hour");
        jdbc.sql("delete from seal_checkpoint where size <> 7").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(7, "forked"));
        jdbc.sql("update seal_tile set hashes = substr(hashes, 1, 99) where level = 0 and n = 1").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(257, "tree"));
        jdbc.sql("delete from seal_tile where level = 0 and n = 0").update();
        assertThat(check(store).firstDifference(log.sealed())).contains(new SealStore.Alarm(1, "tree"));
    }
}
