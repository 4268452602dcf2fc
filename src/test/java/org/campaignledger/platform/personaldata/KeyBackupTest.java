package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.campaignledger.platform.personaldata.PersonalDataVaultTest.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are brought back whole or not at all, into the ledger they are of, and nobody who was erased with them. */
class KeyBackupTest {

    private static final LedgerKeys KEYS = new LedgerKeys(key(1), key(2));

    private static KeyLedger ledger;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void migrate() {
        ledger = new KeyLedger();
    }

    @BeforeEach
    void aBackupOfThree() throws Exception {
        file = folder.resolve("keys.backup");
        ledger.begunWith(KEYS).recording(KEYS, "p1", "p2", "p3");
        assertThat(new KeyBackup(ledger.dataSource(), KEYS).writeTo(file, Instant.EPOCH)).isEqualTo(3);
    }

    private KeyRestore.Restored restored(LedgerKeys keys) throws Exception {
        return new KeyRestore(ledger.dataSource(), keys, false).from(file);
    }

    @Test
    void theyAreBroughtBack() throws Exception {
        ledger.losesItsKeys();
        ledger.opensJust(KEYS);
        assertThat(restored(KEYS)).isEqualTo(new KeyRestore.Restored(3, 3, 0, null));
        ledger.opensJust(KEYS, "p1", "p2", "p3");
        assertThat(restored(KEYS)).isEqualTo(new KeyRestore.Restored(3, 0, 0, null));
    }

    @Test
    void theFileIsForItsOwnerAndHoldsNothingInTheClear() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        String text = Files.readString(file);
        assertThat(text).startsWith("campaign-ledger-keys 1\nmade 1970-01-01T00:00:00Z\nmaster ")
                .doesNotContain("虚构", Base64.getEncoder().encodeToString(key(1)),
                        Base64.getEncoder().encodeToString(key(2)));
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> new KeyBackup(ledger.dataSource(), KEYS).writeTo(file, Instant.EPOCH))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whoWasErasedStaysErased() throws Exception {
        ledger.losesItsKeys();
        ledger.database.run("""
            insert into ledger_event values (1, gen_random_uuid(), 'Person', 'person:p1', 0, 'PersonalDataErased', 1,
                now(), convert_to('{"reason":"x","subject":"p1"}', 'UTF8'), '', decode(repeat('00', 16), 'hex'))""",
                "insert into person_erased values ('p3', 7)");
        assertThat(restored(KEYS)).isEqualTo(new KeyRestore.Restored(3, 1, 2, null));
        ledger.opensJust(KEYS, "p2");
    }

    @Test
    void aFileThatIsNotWholeChangesNothing() throws Exception {
        ledger.losesItsKeys();
        List<String> before = ledger.rows();
        List<String> lines = Files.readAllLines(file);
        List<List<String>> damaged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> missing = new ArrayList<>(lines);
            missing.remove(i);
            damaged.add(missing);
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            damaged.add(twice);
            List<String> changed = new ArrayList<>(lines);
            changed.set(i, lines.get(i).replaceFirst("..$", "AA"));
            damaged.add(changed);
        }
        damaged.add(List.of());
        for (List<String> some : damaged) {
            Files.write(file, some, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> restored(KEYS)).as(String.join("\n", some))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(ledger.rows()).isEqualTo(before);
    }

    @Test
    void aBackupUnderThePreviousMasterKeyIsPutUnderTheOneInForce() throws Exception {
        LedgerKeys rotated = new LedgerKeys(key(3), key(1), key(2));
        ledger.losesItsKeys();
        new MasterKeyRotation(ledger.dataSource(), rotated.master(), KEYS.master(), 10).run();
        assertThatThrownBy(() -> restored(new LedgerKeys(key(3), key(2)))).hasMessageContaining("another master key");
        assertThatThrownBy(() -> restored(KEYS)).hasMessageContaining("not that of this ledger");
        assertThat(restored(rotated).restored()).isEqualTo(3);
        ledger.opensJust(new LedgerKeys(key(3), key(2)), "p1", "p2", "p3");
    }

    @Test
    void theNaturalKeyComesBackWhereNobodyIsRecordedYet() throws Exception {
        LedgerKeys fresh = new LedgerKeys(key(1), key(8));
        ledger.begunWith(fresh);
        KeyRestore.Restored back = restored(fresh);
        assertThat(back.restored()).isEqualTo(3);
        assertThat(back.naturalKey()).isEqualTo(key(2));
        assertThat(back.toString()).isEqualTo("Restored[3, 3, 0]");
        ledger.holdsAClaimByAPerson();
        assertThat(restored(fresh).naturalKey()).as("the file is written in the end, however often it broke off")
                .isEqualTo(key(2));
    }

    @Test
    void butNotWhereSomebodyIs() {
        LedgerKeys other = new LedgerKeys(key(1), key(8));
        ledger.begunWith(other).holdsAClaimByAPerson();
        List<String> before = ledger.rows();
        assertThatThrownBy(() -> restored(other)).hasMessageContaining("another natural key");
        assertThat(ledger.rows()).isEqualTo(before);
    }

    @Test
    void claimsOfARestoredArchiveWereMadeWithTheOldOne() throws Exception {
        LedgerKeys fresh = new LedgerKeys(key(1), key(8));
        ledger.begunWith(fresh).holdsAClaimByAPerson();
        ledger.database.run("insert into restoration (root, position) values ('\\x00', 1)");
        assertThat(restored(fresh).naturalKey()).isEqualTo(key(2));
        ledger.database.run("update restoration set position = 0");
        ledger.begunWith(fresh).holdsAClaimByAPerson();
        assertThatThrownBy(() -> restored(fresh)).hasMessageContaining("another natural key");
    }

    @Test
    void norWhereItIsConfigured() {
        LedgerKeys other = new LedgerKeys(key(1), key(8));
        List<String> before = ledger.begunWith(other).rows();
        assertThatThrownBy(() -> new KeyRestore(ledger.dataSource(), other, true).from(file))
                .hasMessageContaining("LEDGER_KEYS_NATURAL");
        assertThat(ledger.rows()).isEqualTo(before);
    }

    @Test
    void keysThatAreNotTheLedgersMakeNoBackup() {
        Path other = folder.resolve("other");
        assertThatThrownBy(() -> new KeyBackup(ledger.dataSource(), new LedgerKeys(key(9), key(2))).writeTo(other,
                Instant.EPOCH)).hasMessageContaining("master key");
        assertThatThrownBy(() -> new KeyBackup(ledger.dataSource(), new LedgerKeys(key(1), key(9))).writeTo(other,
                Instant.EPOCH)).hasMessageContaining("natural key");
        assertThat(other).doesNotExist();
    }
}
