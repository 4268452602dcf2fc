package org.campaignledger.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.DemoLedger;
import org.junit.jupiter.api.Test;

/** Setting up a second factor, and signing in with it, as its holder sees it: on a desk and on a phone. */
@InTheBrowser
class SecondFactorInTheBrowserTest {

    private static final String NAME = "face-auditor";

    private final Face face;

    SecondFactorInTheBrowserTest(Face face) {
        this.face = face;
    }

    private void isOpened() {
        Visitor admin = face.signedIn(AccountOf.ADMIN).opens("/accounts/open/AUDITOR").settles();
        admin.page().fill("input[name=username]", NAME);
        admin.page().fill("input[name=password]", DemoLedger.PASSWORD);
        admin.page().click("main form button[type=submit]");
        admin.page().waitForURL(url -> url.contains("/accounts/" + NAME) || url.contains("told="));
    }

    @Test
    void isSetUpByScanningAndAskedForFromThenOn() {
        isOpened();
        Visitor holder = face.visitor(View.DESKTOP).signsIn(NAME);
        holder.opens("/desk").settles().at("#urged a").click();
        holder.page().fill("#begin-present", DemoLedger.PASSWORD);
        holder.page().click("#begin button[type=submit]");
        holder.at("#qr").waitFor();
        holder.findsItAccessible().seesNothingCutOff().keepsAPicture("second-factor-begun-zh");
        String secret = holder.at("#secret").innerText();
        holder.page().fill("#confirm-code", AuthenticatorApp.code(secret, 0));
        holder.page().click("#confirm button[type=submit]");
        holder.at("#codes").waitFor();
        List<String> codes = holder.at("#codes code").allInnerTexts();
        assertThat(codes).hasSize(10);
        holder.findsItAccessible().keepsAPicture("recovery-codes-zh");
        holder.opens("/accounts/" + NAME + "?lang=en").settles().findsItAccessible().keepsAPicture("account-own-en");

        Visitor phone = face.visitor(View.PHONE).opens("/login");
        phone.page().fill("input[name=username]", NAME);
        phone.page().fill("input[name=password]", DemoLedger.PASSWORD);
        phone.page().click("main form button[type=submit]");
        phone.page().waitForURL(url -> url.endsWith("/login/code"));
        phone.settles().findsItAccessible().seesNothingCutOff().keepsAPicture("login-code-zh");
        phone.page().fill("#code", "000000");
        phone.page().click("#code-form button[type=submit]");
        phone.at("#code-error").waitFor();
        phone.findsItAccessible().keepsAPicture("login-code-wrong-zh");
        phone.page().fill("#code", codes.getFirst());
        phone.page().click("#code-form button[type=submit]");
        phone.page().waitForURL(url -> url.endsWith("/desk"));
    }
}
