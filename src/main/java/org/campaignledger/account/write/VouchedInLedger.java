package org.campaignledger.account.write;

import java.util.Objects;
import java.util.Optional;

import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.security.Passwords;
import org.campaignledger.platform.web.security.oidc.VouchedAccounts;
import org.campaignledger.platform.web.security.oidc.VouchedFor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens accounts on an issuer's word, as facts. A name that somebody has already is theirs: only an account that the same
 * issuer had opened, and whose subject was lost in a restore, is taken up again.
 */
@Component
class VouchedInLedger implements VouchedAccounts {

    private static final int NOBODY_KNOWS = 40;
    private static final String OF_SUBJECT = "select username from account_subject where subject = decode(?, 'hex')";
    private static final String TAKE_UP = """
        insert into account_subject (username, issuer, subject)
        select username, :issuer, decode(:subject, 'hex') from account_login
        where username = :username and made_by = :madeBy
        on conflict do nothing""";

    private final Commands commands;
    private final CampaignRulesSource rules;
    private final Passwords passwords;
    private final JdbcClient jdbc;

    VouchedInLedger(Commands commands, CampaignRulesSource rules, Passwords passwords, JdbcClient jdbc) {
        this.commands = commands;
        this.rules = rules;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> accountOf(String subject) {
        return jdbc.sql(OF_SUBJECT).param(subject).query(String.class).optional();
    }

    @Override
    public void open(VouchedFor person, String subject) {
        Checks checks = new Checks();
        AUsernameIsShortAndPlain.check(person.username(), checks);
        Role role = Objects.requireNonNull(person.role());
        AScopeFitsItsRole.check(role, person.scope(), person.unit(),
                rules.campaigns().stream().map(rules::rules).toList(), checks);
        checks.refuseIfAny();
        try {
            commands.send(new AccountCommand.OpenVouchedAccount(
                    new Actor(person.username(), role, person.scope(), person.unit()),
                    passwords.hash(Passwords.random(NOBODY_KNOWS)), person.issuer(), subject),
                    Commands.Origin.system());
        } catch (Refused refused) {
            if (!refused.code().equals("duplicate-record")) {
                throw refused;
            }
            takeUp(person, subject);
        }
    }

    private void takeUp(VouchedFor person, String subject) {
        jdbc.sql(TAKE_UP).param("issuer", person.issuer()).param("subject", subject)
                .param("username", person.username()).param("madeBy", AccountOpened.BY_ISSUER + person.issuer())
                .update();
        if (!accountOf(subject).equals(Optional.of(person.username()))) {
            throw Refused.forbidden("oidc-name-taken");
        }
    }
}
