package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Ten minutes for the code, and twelve hours from then on: neither is longer because of the other. */
@AtTheDoor
class HowLongASessionLastsTest {

    private static final String PASSWORD = "a-long-password-1";

    private final Ledger ledger;

    HowLongASessionLastsTest(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The sessions of an account and how many minutes each lasts at the longest. */
    private Map<String, Long> minutes(String account) {
        return ledger.database().sql("""
            select factor, round(extract(epoch from ends_at - created_at) / 60) from sign_in_session
            where account = ?""").param(account).query(rows -> {
            Map<String, Long> found = new TreeMap<>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
            return found;
        });
    }

    @Test
    void whileTheCodeIsAwaitedAndAfterIt() {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", "lasts-anna").with("password", PASSWORD)
                .with("role", "AUDITOR")).isRecorded();
        Desk holder = ledger.asWhoeverIs("lasts-anna", PASSWORD);
        ledger.asNobody().fills("/login", "username", "lasts-anna", "password", PASSWORD);
        assertThat(minutes("lasts-anna")).isEqualTo(Map.of("NONE", 720L));
        String factor = "/api/v1/accounts/lasts-anna/second-factor";
        String secret = holder.posts(factor).at("/secret").stringValue();
        holder.posts(factor + "/confirm", new Form().with("code", AuthenticatorApp.code(secret, 0))).isDone();
        ledger.database().sql("delete from sign_in_session where account = 'lasts-anna'").update();

        Answer password = ledger.asNobody().fills("/login", "username", "lasts-anna", "password", PASSWORD);
        assertThat(minutes("lasts-anna")).isEqualTo(Map.of("AWAITED", 10L));
        Desk pending = ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION"));
        pending.reads("trail").isRefusedWith(401, "not-signed-in");
        pending.fills("/login/code", "code", AuthenticatorApp.code(secret, 1));
        assertThat(minutes("lasts-anna")).as("a new session in its place").isEqualTo(Map.of("PASSED", 720L));
        pending.reads("trail").isRefusedWith(401, "not-signed-in");
    }

    @Test
    void anAwaitedOneThatIsTooOldTakesNoCode() {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", "lasts-bert").with("password", PASSWORD)
                .with("role", "AUDITOR")).isRecorded();
        Desk holder = ledger.asWhoeverIs("lasts-bert", PASSWORD);
        String factor = "/api/v1/accounts/lasts-bert/second-factor";
        String secret = holder.posts(factor).at("/secret").stringValue();
        holder.posts(factor + "/confirm", new Form().with("code", AuthenticatorApp.code(secret, 0))).isDone();
        Answer password = ledger.asNobody().fills("/login", "username", "lasts-bert", "password", PASSWORD);
        ledger.database().sql("update sign_in_session set ends_at = now() - interval '1 second'"
                + " where account = 'lasts-bert'").update();
        Answer late = ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION")).fills("/login/code", "code",
                AuthenticatorApp.code(secret, 1));
        assertThat(late.location()).endsWith("/login");
    }
}
