package org.campaignledger.account.automation;

import java.io.PrintStream;

import org.campaignledger.account.write.AccountCommand;
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
    private final String adminPassword;
    private final String checkerPassword;
    private final PrintStream console;
    private volatile boolean running;

    @Autowired
    FirstAccounts(Commands commands, Accounts accounts, Passwords passwords,
            @Value("${ledger.admin-password:}") String adminPassword,
            @Value("${ledger.checker-password:}") String checkerPassword) {
        this(commands, accounts, passwords, adminPassword, checkerPassword, System.out);
    }

    FirstAccounts(Commands commands, Accounts accounts, Passwords passwords, String adminPassword,
            String checkerPassword, PrintStream console) {
        this.commands = commands;
        this.accounts = accounts;
        this.passwords = passwords;
        this.adminPassword = adminPassword;
        this.checkerPassword = checkerPassword;
        this.console = console;
    }

    @Override
    public void start() {
        openIfMissing("admin", adminPassword);
        openIfMissing("checker", checkerPassword);
        running = true;
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
            // Past the log on purpose: logs are collected and kept.
            console.println("First account: " + username + "  password: " + password + "  (shown this once)");
            console.flush();
        }
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
