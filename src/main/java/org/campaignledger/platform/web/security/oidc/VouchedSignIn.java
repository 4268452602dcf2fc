package org.campaignledger.platform.web.security.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.security.Login;
import org.campaignledger.platform.web.security.NotVouchedFor;
import org.campaignledger.platform.web.security.Reread;
import org.campaignledger.platform.web.security.SignedIn;
import org.campaignledger.platform.web.security.Standings;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;

/**
 * From whom an issuer vouches for to an account. The issuer says who it is; what they may do stands in the ledger. Its
 * claims are compared with the account every time and can only close it: they neither widen nor move it, and never
 * reach an account that the ledger itself has given a password.
 */
final class VouchedSignIn {

    static final String DISABLED = "account-disabled";

    private final VouchedAccounts accounts;
    private final Standings standings;
    private final Reread<String> known;

    VouchedSignIn(VouchedAccounts accounts, Standings standings) {
        this.accounts = accounts;
        this.standings = standings;
        this.known = new Reread<>(accounts::accountOf, System::nanoTime);
    }

    /**
     * The account of a person; opened at their first sign-in.
     *
     * @throws NotVouchedFor                  there is none that goes with the claims, or it is disabled
     * @throws AuthenticationServiceException it can't be told just now
     */
    SignedIn signIn(VouchedFor person) {
        if (person.subject().isEmpty()) {
            throw new NotVouchedFor("oidc-no-role");
        }
        try {
            Login login = account(person);
            if (login.disabled()) {
                throw new NotVouchedFor(DISABLED);
            }
            mustAgree(login.actor(), person);
            return new SignedIn(login.actor(), login.version());
        } catch (Refused refused) {
            throw refused.kind() == Refused.Kind.UNAVAILABLE
                    ? new AuthenticationServiceException("accounts can't be opened", refused)
                    : new NotVouchedFor(refused.kind() == Refused.Kind.FORBIDDEN ? refused.code() : "oidc-no-role");
        } catch (DataAccessException down) {
            throw new AuthenticationServiceException("accounts can't be looked up", down);
        }
    }

    private Login account(VouchedFor person) {
        String subject = hash(person.issuer() + "\n" + person.subject());
        Optional<String> username = known.of(subject);
        if (username.isEmpty()) {
            if (person.role() == null) {
                throw new NotVouchedFor("oidc-no-role");
            }
            accounts.open(person, subject);
            known.changed();
            standings.changed();
            username = known.of(subject);
        }
        return username.flatMap(standings::of).orElseThrow(() -> new NotVouchedFor("oidc-name-taken"));
    }

    private static void mustAgree(Actor account, VouchedFor person) {
        if (person.role() == null) {
            throw new NotVouchedFor("oidc-no-role");
        }
        boolean agrees = account.role() != Role.ADMIN && account.role() == person.role()
                && Objects.equals(account.scope(), person.scope()) && Objects.equals(account.unit(), person.unit());
        if (!agrees) {
            throw new NotVouchedFor("oidc-differs");
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
