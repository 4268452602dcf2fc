package org.campaignledger.account.write;

import java.time.InstantSource;
import java.util.OptionalLong;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.Login;
import org.campaignledger.platform.web.security.SecondFactors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Codes as they are typed at sign-in: those of an app by the real clock, each taken once on all instances together; a
 * recovery code becomes a fact in the ledger with its use.
 */
@Component
class SecondFactorCheck implements SecondFactors {

    private final SecondFactorSecrets secrets;
    private final Accounts accounts;
    private final Commands commands;
    private final InstantSource clock;

    @Autowired
    SecondFactorCheck(SecondFactorSecrets secrets, Accounts accounts, Commands commands) {
        this(secrets, accounts, commands, InstantSource.system());
    }

    SecondFactorCheck(SecondFactorSecrets secrets, Accounts accounts, Commands commands, InstantSource clock) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public boolean takes(String account, String code) {
        String typed = code.replaceAll("\\s", "");
        return Totp.isCode(typed)
                ? isTaken(account, secrets.enrolled(account).orElseThrow(() -> new Unreadable(account)), typed)
                : RecoveryCodes.hash(account, typed).filter(hash -> isUsedNow(account, hash)).isPresent();
    }

    private boolean isTaken(String account, SecondFactorSecrets.Secret secret, String code) {
        OptionalLong step = Totp.stepOf(secret.bytes(), code, clock.instant(), secret.lastStep());
        return step.isPresent() && secrets.take(account, step.getAsLong());
    }

    private boolean isUsedNow(String account, byte[] hash) {
        Login login = accounts.find(account).orElse(null);
        if (login == null || !secrets.holdsRecoveryCode(account, hash)) {
            return false;
        }
        try {
            commands.send(new AccountCommand.UseRecoveryCode(account, hash), Commands.Origin.of(login.actor()));
            return true;
        } catch (AppendFailure unwritten) {
            if (!secrets.holdsRecoveryCode(account, hash)) {
                return false; // a twin was first
            }
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
    }
}
