package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.postgres.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger is opened with the keys with which it was begun, or not at all. */
class TheKeysOfALedgerTest {

    private static LedgerDatabase database;
    private static HikariDataSource pool;

    @TempDir
    Path folder;

    private DataDirectory data;

    @BeforeAll
    static void migrate() {
        database = LedgerDatabase.fresh();
        pool = database.pool(2, "test");
    }

    @AfterAll
    static void closePool() {
        pool.close();
    }

    @BeforeEach
    void open() {
        database.run("truncate key_fingerprint");
        data = DataDirectory.open(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        data.close();
    }

    private LedgerKeys start(String master, String natural) {
        return start(master, "", natural);
    }

    private LedgerKeys start(String master, String previous, String natural) {
        return new PersonalDataConfiguration().ledgerKeys(master, previous, natural, data, pool,
                KeyManagement.NONE);
    }

    private static String base64(int filler) {
        return Base64.getEncoder().encodeToString(PersonalDataVaultTest.key(filler));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void the_first_start_makes_them_for_the_owners_eyes_only() throws Exception {
        LedgerKeys made = start("", "");
        for (String name : new String[]{"master.key", "natural.key"}) {
            Path file = data.root().resolve("keys").resolve(name);
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(LedgerKeys.KEY_BYTES);
        }
        assertThat(permissions(data.root().resolve("keys"))).isEqualTo("rwx------");
        assertThat(Files.readString(data.root().resolve("keys/master.key")))
                .isNotEqualTo(Files.readString(data.root().resolve("keys/natural.key")));
        assertThat(start("", "").naturalKeyOf("person.phone", "1")).isEqualTo(made.naturalKeyOf("person.phone", "1"));
    }

    @Test
    void what_is_configured_goes_before_files_and_makes_none() {
        start(base64(1), base64(2));
        assertThat(data.root().resolve("keys/master.key")).doesNotExist();
        assertThat(start(" " + base64(1) + "\n", base64(2)).naturalKeyOf("person.phone", "13800000138"))
                .isEqualTo(new LedgerKeys(PersonalDataVaultTest.key(1), PersonalDataVaultTest.key(2))
                        .naturalKeyOf("person.phone", "13800000138"));
    }

    @Test
    void another_key_is_refused_with_a_sentence_that_says_what_to_do() throws Exception {
        start("", "");
        for (String name : new String[]{"master", "natural"}) {
            assertThatThrownBy(() -> start(name.equals("master") ? base64(8) : "",
                    name.equals("natural") ? base64(8) : ""))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("This ledger was begun with another " + name + " key: give it by ledger.keys." + name
                            + " or put its file into the data folder's keys." + (name.equals("natural")
                                    ? ""
                                    : " To replace it, give the one before by ledger.keys.previous-master or as"
                                            + " previous-master.key there."));
        }
        Files.delete(data.root().resolve("keys/natural.key"));
        assertThatThrownBy(() -> start("", "")).hasMessageContaining("another natural key");
    }

    @Test
    void the_master_key_is_replaced_where_the_one_before_is_given_as_well() {
        start(base64(1), base64(2));
        assertThatThrownBy(() -> start(base64(3), base64(2))).hasMessageContaining("previous-master");
        start(base64(3), base64(1), base64(2));
        start(base64(3), base64(1), base64(2));
        start(base64(3), base64(2));
        assertThatThrownBy(() -> start(base64(1), base64(2))).hasMessageContaining("another master key");
    }

    @Test
    void a_replacement_that_broke_off_wants_both_keys() throws Exception {
        start(base64(1), base64(2));
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            new MasterKeyRotation(pool, new MasterKey(PersonalDataVaultTest.key(3)),
                    new MasterKey(PersonalDataVaultTest.key(1)), 10).begin(connection);
        }
        assertThatThrownBy(() -> start(base64(1), base64(2))).hasMessageContaining("not finished: give both");
        assertThatThrownBy(() -> start(base64(3), base64(2))).hasMessageContaining("another master key");
        start(base64(3), base64(1), base64(2));
        start(base64(3), base64(2));
    }

    @Test
    void nothing_is_replaced_on_the_word_of_a_key_that_was_never_the_ledgers() {
        start(base64(1), base64(2));
        assertThatThrownBy(() -> start(base64(3), base64(4), base64(2))).hasMessageContaining("another master key");
        start(base64(1), base64(2));
    }

    @Test
    void a_master_key_kept_in_a_file_is_replaced_by_giving_its_file_another_name() throws Exception {
        start("", "");
        Path keys = data.root().resolve("keys");
        byte[] natural = Files.readAllBytes(keys.resolve("natural.key"));
        String before = Files.readString(keys.resolve("master.key"));
        Files.move(keys.resolve("master.key"), keys.resolve("previous-master.key"));
        start("", "");
        assertThat(Files.readString(keys.resolve("master.key"))).isNotEqualTo(before);
        Files.delete(keys.resolve("previous-master.key"));
        start("", "");
        assertThat(Files.readAllBytes(keys.resolve("natural.key"))).isEqualTo(natural);
        assertThatThrownBy(() -> start(before, "")).hasMessageContaining("another master key");
    }

    @Test
    void a_file_that_is_no_key_is_named() throws Exception {
        start("", "");
        Path file = data.root().resolve("keys/master.key");
        Files.writeString(file, "not base64!");
        assertThatThrownBy(() -> start("", "")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }
}
