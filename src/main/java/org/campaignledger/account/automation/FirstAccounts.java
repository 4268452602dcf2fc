package org.campaignledger.account.automation;

import java.io.PrintStream;
import java.util.List;
import org.campaignledger.account.write.AccountCommand;
import org.campaignledger.account.write.LostLogins;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first start makes two ADMINs, for two people. Each is made if it is missing: a start that broke off between the
 * two is mended by the next, and of several instances that start together one makes it. Before the web server takes its
 * first request.
 */
@Component
class FirstAccounts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final int RANDOM_LENGTH = 20;

    private final Commands commands;
    private final Accounts accounts;
    private final Passwords passwords;
    private final LostLogins lost;
    private final String adminPassword;
    private final String checkerPassword;
    private final PrintStream console;
    private volatile boolean running;

    @Autowired
    FirstAccounts(Commands commands, Accounts accounts, Passwords passwords, LostLogins lost,
            @Value("${ledger.admin-password:}") String adminPassword,
            @Value("${ledger.checker-password:}") String checkerPassword) {
        this(commands, accounts, passwords, lost, adminPassword, checkerPassword, System.out);
    }

    FirstAccounts(Commands commands, Accounts accounts, Passwords passwords, LostLogins lost, String adminPassword,
            String checkerPassword, PrintStream console) {
        this.commands = commands;
        this.accounts = accounts;
        this.passwords = passwords;
        this.lost = lost;
        this.adminPassword = adminPassword;
        this.checkerPassword = checkerPassword;
        this.console = console;
    }

    @Override
    public void start() {
        if (lost.areMissed()) {
            letTwoAdminsIn();
        }
        openIfMissing("admin", adminPassword);
        openIfMissing("checker", checkerPassword);
        running = true;
    }

    /** After a restore: the two first accounts, or where those were disabled, the two ADMINs that follow. */
    private void letTwoAdminsIn() {
        List<String> admins = lost.makeAgain(passwords.hash(Passwords.random(2 * RANDOM_LENGTH)));
        if (admins.isEmpty()) {
            return; // another instance was first
        }
        setAgain("admin", adminPassword, admins, "checker");
        setAgain("checker", checkerPassword, admins, "admin");
    }

    private void setAgain(String wanted, String given, List<String> admins, String other) {
        String username = admins.contains(wanted)
                ? wanted
                : admins.stream().filter(name -> !name.equals(other)).findFirst()
                        .orElse(other);
        String password = given.isEmpty() ? Passwords.random(RANDOM_LENGTH) : given;
        commands.send(new AccountCommand.SetPassword(username, passwords.hash(password)), Commands.Origin.system());
        if (given.isEmpty()) {
            tell(username, password);
        }
        LOG.info("The password of {} was set again after a restore; other accounts wait for theirs", username);
    }

    private void openIfMissing(String username, String given) {
        if (accounts.find(username).isPresent()) {
            return;
        }
        String password = given.isEmpty() ? Passwords.random(RANDOM_LENGTH) : given;
        try {
            commands.send(new AccountCommand.OpenAccount(new Actor(username, Role.ADMIN, null, null),
                    passwords.hash(password)),
                    Commands.Origin.system());
        } catch (Refused refused) {
            if (!refused.code().equals("duplicate-record")) {
                throw refused;
            }
            LOG.info("Account {} was made by another instance just now", username);
            return;
        }
        if (given.isEmpty()) {
            tell(username, password);
        }
    }

    /** Past the log on purpose: logs are collected and kept. */
    private void tell(String username, String password) {
        console.println("First account: " + username + "  password: " + password + "  (shown this once)");
        console.flush();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After Axon has registered its handlers, before the web server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
