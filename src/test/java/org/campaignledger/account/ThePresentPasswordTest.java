package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.campaignledger.account.write.AccountCommand;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Whoever sits down at a browser that somebody left open neither changes the password nor sets up a phone of their own. */
@AtTheDoor
class ThePresentPasswordTest {

    private static final String PASSWORD = "a-long-password-1";
    private static final String NEXT = "another-password-2";
    private static final String WRONG = "surely-not-this-3";
    private static final String FIELD = "presentPassword";

    private final Ledger ledger;

    ThePresentPasswordTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private static String path(String name, String what) {
        return "/api/v1/accounts/" + name + "/" + what;
    }

    /** An open browser of a new account, with what its scripts send along. */
    private Desk browser(String name, String role) {
        Form form = new Form().with("username", name).with("password", PASSWORD).with("role", role);
        ledger.asAdmin().posts("/api/v1/accounts", role.equals("REPORTER") ? form.with("scope", "FJ") : form)
                .isRecorded();
        return signsIn(name, PASSWORD);
    }

    private Desk signsIn(String name, String password) {
        Answer signedIn = ledger.asNobody().fills("/login", "username", name, "password", password);
        Desk browser = ledger.asNobody().sending("Cookie", signedIn.cookie("LEDGERSESSION"));
        String token = browser.gets("/accounts/" + name).cookie("XSRF-TOKEN");
        return browser.sending("Cookie", token).sending("X-XSRF-TOKEN", token.replace("XSRF-TOKEN=", ""));
    }

    @Test
    void isAskedBeforeASecondFactorIsBegun() {
        Desk open = browser("present-anna", "AUDITOR");
        String factor = path("present-anna", "second-factor");
        open.posts(factor).isRefusedWith(422, "missing").naming(FIELD, "missing");
        open.posts(factor, new Form().with(FIELD, WRONG)).isRefusedWith(422, "wrong-password").naming(FIELD,
                "wrong-password");
        assertThat(open.gets(factor).at("/state").asString()).isEqualTo("NONE");
        assertThat(open.posts(factor, new Form().with(FIELD, PASSWORD)).at("/state").asString()).isEqualTo("BEGUN");
    }

    @Test
    void isAskedBeforeThePasswordIsChanged() {
        Desk open = browser("present-bert", "REPORTER");
        String password = path("present-bert", "password");
        Form next = new Form().with("password", NEXT);
        open.posts(password, next).isRefusedWith(422, "missing").naming(FIELD, "missing");
        open.posts(password, next.with(FIELD, WRONG)).isRefusedWith(422, "wrong-password");
        ledger.asWhoeverIs("present-bert", NEXT).reads("events").isRefusedWith(401, "bad-credentials");
        open.posts(password, next.with(FIELD, PASSWORD)).isDone();
        ledger.asWhoeverIs("present-bert", NEXT).reads("events").isShown();
    }

    /** HTTP Basic brings the password with the request itself: the contract's body is enough. */
    @Test
    void isNotAskedOfWhoBringsIt() {
        browser("present-carl", "REPORTER");
        Desk program = ledger.asWhoeverIs("present-carl", PASSWORD);
        assertThat(program.posts(path("present-carl", "second-factor")).at("/state").asString()).isEqualTo("BEGUN");
        program.posts(path("present-carl", "password"), new Form().with("password", NEXT)).isDone();
    }

    @Test
    void isAskedOnThePagesAndWhatIsWrongStandsAtItsField() {
        Desk open = browser("present-dora", "AUDITOR");
        String page = "/accounts/present-dora/password";
        assertThat(open.gets(page).text()).contains("name=\"presentPassword\"").doesNotContain("??");
        assertThat(open.gets("/accounts/present-dora/second-factor").text()).contains("name=\"presentPassword\"");
        Answer refused = open.fills("/forms", "_form", "password", "_to", path("present-dora", "password"), "_back",
                page, "_key", "dora-1", "password", NEXT, FIELD, WRONG);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("现在的密码不对").doesNotContain(WRONG, NEXT);
        assertThat(open.fills("/forms", "_form", "password", "_to", path("present-dora", "password"), "_back", page,
                "_key", "dora-2", "password", NEXT, FIELD, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void isNoPlaceForGuessing() {
        Desk open = browser("present-emil", "AUDITOR");
        Form guess = new Form().with(FIELD, WRONG);
        for (int i = 0; i < 5; i++) {
            open.posts(path("present-emil", "second-factor"), guess).isRefusedWith(422, "wrong-password");
        }
        assertThat(open.posts(path("present-emil", "second-factor"), guess).isRefusedWith(429, "too-many-sign-ins")
                .header("Retry-After")).isNotNull();
    }

    @Test
    void anEnrolmentThatSomebodyBeganEndsWithANewPassword() {
        browser("present-fred", "AUDITOR");
        Desk program = ledger.asWhoeverIs("present-fred", PASSWORD);
        String secret = program.posts(path("present-fred", "second-factor")).at("/secret").stringValue();
        program.posts(path("present-fred", "password"), new Form().with("password", NEXT)).isDone();
        Desk holder = ledger.asWhoeverIs("present-fred", NEXT);
        holder.posts(path("present-fred", "second-factor/confirm"), new Form().with("code", AuthenticatorApp.code(
                secret,
                0))).isRefusedWith(409, "no-second-factor");
        assertThat(holder.gets(path("present-fred", "second-factor")).at("/state").asString()).isEqualTo("NONE");
        assertThat(ledger.database().sql("select count(*) from person_key where subject = 'second-factor:present-fred'")
                .query(Integer.class).single()).as("its key is gone").isZero();
    }

    /** A code confirms the secret that it is of, and none that was begun on another page while it was typed. */
    @Test
    void aSecretThatNoCodeHasShownIsNotEnrolled() {
        browser("present-gina", "AUDITOR");
        Desk holder = ledger.asWhoeverIs("present-gina", PASSWORD);
        holder.posts(path("present-gina", "second-factor"));
        String shown = ledger.database().sql("select sealed from second_factor where account = 'present-gina'")
                .query(String.class).single();
        holder.posts(path("present-gina", "second-factor"));
        Commands.Origin gina = Commands.Origin.of(new Actor("present-gina", Role.AUDITOR, null, null));
        assertThatThrownBy(() -> ledger.bean(Commands.class).send(new AccountCommand.EnrolSecondFactor("present-gina",
                1, shown, List.of()), gina)).isInstanceOf(AppendFailure.class);
        assertThat(holder.gets(path("present-gina", "second-factor")).at("/state").asString()).isEqualTo("BEGUN");
    }
}
