package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.account.write.LostLogins;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second factor whose key is gone, or another's, keeps nobody out; a token of a disabled account is not shown as good. */
@AtTheDoor
class WhatIsLostIsToldTest {

    private static final String PASSWORD = "a-long-password-1";

    private final Ledger ledger;

    WhatIsLostIsToldTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private Desk auditor(String name) {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", name).with("password", PASSWORD)
                .with("role", "AUDITOR")).isRecorded();
        return ledger.asWhoeverIs(name, PASSWORD);
    }

    private Answer signsIn(String name, String code) {
        Answer password = ledger.asNobody().fills("/login", "username", name, "password", PASSWORD);
        return ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION")).fills("/login/code", "code", code);
    }

    /** As in a database whose tables were dumped on different days. */
    @ParameterizedTest
    @CsvSource({"lost-anna, delete from person_key where subject = 'second-factor:lost-anna'",
            "lost-bert, update person_key set wrapped = (select wrapped from person_key where subject ="
                    + " 'second-factor:lost-key') where subject = 'second-factor:lost-bert'"})
    void aSecondFactorThatDoesNotOpen(String name, String losing) {
        if (name.equals("lost-bert")) {
            auditor("lost-key").posts("/api/v1/accounts/lost-key/second-factor");
        }
        Desk holder = auditor(name);
        String factor = "/api/v1/accounts/" + name + "/second-factor";
        String secret = holder.posts(factor).at("/secret").stringValue();
        Answer confirmed = holder.posts(factor + "/confirm", new Form().with("code", AuthenticatorApp.code(secret, 0)))
                .isDone();
        assertThat(ledger.bean(LostLogins.class).lostSecondFactors()).doesNotContain(name);
        assertThat(ledger.database().sql(losing).update()).isEqualTo(1);
        assertThat(signsIn(name, AuthenticatorApp.code(secret, 1)).location()).contains("/login/code?unreadable");
        assertThat(signsIn(name, confirmed.at("/recoveryCodes/0").stringValue()).location()).doesNotContain("/login");
        assertThat(ledger.bean(LostLogins.class).lostSecondFactors()).as("which the next start ends").contains(name);
        ledger.asAdmin().posts(factor + "/reset").isDone();
        assertThat(ledger.bean(LostLogins.class).lostSecondFactors()).doesNotContain(name);
    }

    @Test
    void thePageSaysSoInBothLanguages() {
        Desk holder = auditor("lost-carl");
        String factor = "/api/v1/accounts/lost-carl/second-factor";
        String secret = holder.posts(factor).at("/secret").stringValue();
        holder.posts(factor + "/confirm", new Form().with("code", AuthenticatorApp.code(secret, 0))).isDone();
        Answer password = ledger.asNobody().fills("/login", "username", "lost-carl", "password", PASSWORD);
        Desk pending = ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION"));
        assertThat(pending.gets("/login/code?unreadable").isFound().text()).contains("读不出").doesNotContain("??");
        assertThat(pending.gets("/login/code?unreadable&lang=en").isFound().text()).contains("cannot read the secret");
    }

    @Test
    void aTokenOfAnAccountThatIsDisabled() {
        Desk holder = auditor("lost-dora");
        holder.posts("/api/v1/accounts/lost-dora/tokens", new Form().with("name", "夜间报表").with("access", "READ").with(
                "expiresOn", LocalDate.now().plusDays(9).toString())).isRecorded();
        String tokens = "/api/v1/accounts/lost-dora/tokens";
        assertThat(ledger.asAdmin().gets(tokens).isShown().at("/items/0/state").stringValue()).isEqualTo("ACTIVE");
        ledger.asAdmin().posts("/api/v1/accounts/lost-dora/disable").isDone();
        assertThat(ledger.asAdmin().gets(tokens).isShown().at("/items/0/state").stringValue()).isEqualTo("REVOKED");
    }
}
