package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.personaldata.PersonalDataVault.SealedPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a person is read by who has the keys, and by nobody once the person's own key is gone. */
class PersonalDataVaultTest {

    private static final Map<String, String> PERSON = Map.of("name", "王小明", "phone", "13800000138", "idNumber",
            "11010519491231002X");

    private static LedgerDatabase database;
    private static HikariDataSource pool;

    private JdbcClient jdbc;
    private PersonalDataVault vault;

    static byte[] key(int filler) {
        byte[] key = new byte[LedgerKeys.KEY_BYTES];
        Arrays.fill(key, (byte) filler);
        return key;
    }

    @BeforeAll
    static void migrate() {
        database = LedgerDatabase.fresh();
        pool = database.pool(2, "test");
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void open() {
        database.wipe();
        jdbc = JdbcClient.create(pool);
        vault = new PersonalDataVault(new LedgerKeys(key(1), key(2)), jdbc);
    }

    private SealedPerson kept(String subject, Map<String, String> data) {
        SealedPerson sealed = vault.seal(subject, data);
        jdbc.sql("insert into person_key (subject, wrapped) values (?, ?)").params(subject, sealed.wrappedKey())
                .update();
        return sealed;
    }

    @Test
    void what_was_sealed_is_read_again() {
        SealedPerson sealed = kept("p", PERSON);
        assertThat(vault.open("p", sealed.ciphertext())).contains(PERSON);
        SealedPerson nothing = kept("q", Map.of());
        assertThat(vault.openAll(Map.of("p", sealed.ciphertext(), "q", nothing.ciphertext())))
                .isEqualTo(Map.of("p", PERSON, "q", Map.of()));
        assertThat(vault.openAll(Map.of())).isEmpty();
    }

    @Test
    void the_same_person_looks_different_each_time_and_shows_nothing() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            SealedPerson sealed = vault.seal("p", PERSON);
            assertThat(seen.add(sealed.ciphertext())).isTrue();
            assertThat(seen.add(Base64.getEncoder().encodeToString(sealed.wrappedKey()))).isTrue();
            assertThat(new String(Base64.getDecoder().decode(sealed.ciphertext()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("13800000138").doesNotContain("name");
        }
    }

    @Test
    void an_erased_person_is_empty_and_others_are_not() {
        SealedPerson erased = kept("p", PERSON);
        SealedPerson other = kept("q", PERSON);
        jdbc.sql("delete from person_key where subject = 'p'").update();
        assertThat(vault.open("p", erased.ciphertext())).isEmpty();
        assertThat(vault.openAll(Map.of("p", erased.ciphertext(), "q", other.ciphertext())))
                .isEqualTo(Map.of("q", PERSON));
    }

    @Test
    void ciphertexts_and_keys_cannot_be_swapped_between_people() {
        SealedPerson one = kept("p", PERSON);
        SealedPerson other = kept("q", Map.of("name", "other"));
        assertThatThrownBy(() -> vault.open("p", other.ciphertext())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
        jdbc.sql("update person_key set wrapped = ? where subject = 'p'").param(other.wrappedKey()).update();
        assertThatThrownBy(() -> vault.open("p", one.ciphertext())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_master_key_reads_nothing() {
        SealedPerson sealed = kept("p", PERSON);
        var other = new PersonalDataVault(new LedgerKeys(key(9), key(2)), jdbc);
        assertThatThrownBy(() -> other.open("p", sealed.ciphertext())).isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("13800000138");
    }

    /** It stands in ledgers for good; the expected value was computed with openssl. */
    @Test
    void the_natural_key_of_a_person_never_changes() {
        var keys = new LedgerKeys(key(1), key(2));
        assertThat(keys.naturalKeyOf("person.phone", "13800000138")).isEqualTo(
                "3d35327337955248e91e331a229fe58c510e5a6ee3f36413481db4baf46bdc6d");
        assertThat(keys.bodyHash("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(
                "83a470964b9125492670c25bd1c9621ca80298edc72570c4ce71df1ac7d87b92");
        var otherMaster = new LedgerKeys(key(7), key(2));
        assertThat(otherMaster.naturalKeyOf("person.phone", "1")).isEqualTo(keys.naturalKeyOf("person.phone", "1"));
        assertThat(keys.naturalKeyOf("person.idNumber", "1")).isNotEqualTo(keys.naturalKeyOf("person.phone", "1"));
        assertThat(new LedgerKeys(key(1), key(3)).naturalKeyOf("person.phone", "1"))
                .isNotEqualTo(keys.naturalKeyOf("person.phone", "1"));
    }

    @Test
    void keys_of_another_length_are_refused() {
        assertThatThrownBy(() -> new LedgerKeys(new byte[16], key(2))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new LedgerKeys(key(1), new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }
}
