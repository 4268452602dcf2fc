package org.campaignledger.seal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.SealDatabase;
import org.campaignledger.seal.note.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who signs for a log: a new key is taken only from whoever holds the one before, and old signatures stay good. */
class KeyRotationTest {

    private static final SigningKey FIRST = key(1);
    private static final SigningKey SECOND = key(2);
    private static final SigningKey THIRD = key(3);

    private SealDatabase database;
    private JdbcClient jdbc;

    private static SigningKey key(int seed) {
        byte[] bytes = new byte[SigningKey.SEED_BYTES];
        bytes[0] = (byte) seed;
        return new SigningKey("test/log", bytes);
    }

    @BeforeEach
    void aNewLog() {
        database = new SealDatabase();
        jdbc = database.jdbc();
        assertThat(new Origin(jdbc).agreed(null, () -> "test/log")).isEqualTo("test/log");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LogIdentity start(SigningKey key, SigningKey... previous) {
        return new TransactionTemplate(database.transactions()).execute(status -> new KeyRegister(jdbc)
                .identity("test/log", key, previous.length == 0 ? Optional.empty() : Optional.of(previous[0]), false));
    }

    @Test
    void aLostKeyIsReplacedAtTheOperatorsWordAndTheBreakShows() {
        start(FIRST);
        assertThatThrownBy(() -> start(SECOND)).isInstanceOf(LogRefused.class).hasMessageContaining("key-was-lost");
        LogIdentity after = new TransactionTemplate(database.transactions()).execute(
                status -> new KeyRegister(jdbc).identity("test/log", SECOND, Optional.empty(), true));
        assertThat(after.keys()).hasSize(2);
        assertThat(new SealStore(jdbc, database.bulk()).keptCheckpoints(0)).singleElement().asString()
                .satisfies(text -> assertThat(text.lines().filter(line -> line.startsWith("\u2014"))).hasSize(1));
    }

    @Test
    void theFirstKeyStaysTheKey() {
        assertThat(start(FIRST).keys()).extracting(Object::toString).containsExactly(FIRST.verifier().toString());
        assertThat(start(FIRST).keys()).extracting(Object::toString).containsExactly(FIRST.verifier().toString());
        assertThatThrownBy(() -> start(SECOND)).isInstanceOf(LogRefused.class)
                .hasMessageContaining(FIRST.verifier().toString());
    }

    @Test
    void aNewKeyFollowsTheOneInUseAndBothSignTheCheckpointAtTheChange() {
        start(FIRST);
        assertThatThrownBy(() -> start(SECOND, THIRD)).isInstanceOf(LogRefused.class);
        LogIdentity changed = start(SECOND, FIRST);
        assertThat(changed.keys()).extracting(Object::toString)
                .containsExactly(SECOND.verifier().toString(), FIRST.verifier().toString());
        String note = changed.signed(0, new byte[32]);
        assertThat(note).contains(SECOND.line(note.substring(0, note.indexOf("\n\n") + 1)),
                FIRST.line(note.substring(0, note.indexOf("\n\n") + 1)));
        List<String> kept = new SealStore(jdbc, database.bulk()).keptCheckpoints(0);
        assertThat(kept).singleElement().asString().contains("\n\n\u2014 ").satisfies(
                text -> assertThat(text.lines().filter(line -> line.startsWith("\u2014"))).hasSize(2));
        assertThat(start(SECOND).previous()).as("once readers know the new key").isEmpty();
        assertThatThrownBy(() -> start(FIRST)).isInstanceOf(LogRefused.class).hasMessageContaining("replaced");
    }

    @Test
    void afterARestoreWhoeverHasTheLedgerSignsForIt() {
        start(FIRST);
        SealStore log = new SealStore(jdbc, database.bulk());
        log.keepCheckpoint(0, "restored\n\n\u2014 its signature\n", "restored");
        assertThat(start(SECOND).keys()).hasSize(2);
        assertThat(log.keptCheckpoints(0)).singleElement().asString().startsWith("restored\n\n\u2014 its signature\n")
                .satisfies(text -> assertThat(text.lines().filter(line -> line.startsWith("\u2014"))).hasSize(2));
        jdbc.sql("update seal_log set size = 9").update();
        assertThatThrownBy(() -> start(THIRD)).as("the ledger has gone on").isInstanceOf(LogRefused.class);
    }

    @Test
    void aLogKeepsItsName() {
        assertThatThrownBy(() -> new Origin(jdbc).agreed("other/log", () -> "x")).isInstanceOf(LogRefused.class);
        assertThat(new Origin(jdbc).agreed("test/log", () -> "x")).isEqualTo("test/log");
        for (String wrong : List.of("a b", "a+b", "a\tb", "x".repeat(201))) {
            assertThatThrownBy(() -> new Origin(jdbc).agreed(wrong, () -> "x")).isInstanceOf(LogRefused.class);
        }
    }
}
