package org.campaignledger.account.automation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignledger.account.write.AccountCommand;
import org.campaignledger.account.write.LostLogins;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.PasswordHash;
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
    private static final Set<String> ENDED_ELSEWHERE = Set.of("no-second-factor", "not-found");

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
        endWhatTheRestoreHasLost();
        openIfMissing("admin", adminPassword);
        openIfMissing("checker", checkerPassword);
        running = true;
    }

    /**
     * After a restore: the two first accounts, or where those were disabled, the ADMINs that follow. Their passwords
     * stand with the rows; the ledger is told of them afterwards.
     */
    private void letTwoAdminsIn() {
        LostLogins.Accounts found = lost.read();
        List<String> chosen = chosen(new ArrayList<>(found.admins()));
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            String configured = i == 0 ? adminPassword : checkerPassword;
            given.put(chosen.get(i), configured.isEmpty() ? Passwords.random(RANDOM_LENGTH) : configured);
        }
        Map<String, PasswordHash> hashes = new HashMap<>();
        given.forEach((username, password) -> hashes.put(username, passwords.hash(password)));
        if (!lost.makeAgain(found, hashes, passwords.hash(Passwords.random(2 * RANDOM_LENGTH)), () -> given.forEach(
                this::tell))) {
            return; // another instance was first
        }
        hashes.forEach((username, hash) -> {
            commands.send(new AccountCommand.SetPassword(username, hash), Commands.Origin.system());
            LOG.info("The password of {} was set again after a restore; other accounts wait for theirs", username);
        });
    }

    /**
     * What is left to be ended stands in the rows: a start that broke off is mended by the next, and of several
     * instances that start together each finds what another has not done yet.
     */
    private void endWhatTheRestoreHasLost() {
        for (String username : lost.lostSecondFactors()) {
            end(new AccountCommand.ResetSecondFactor(username));
            LOG.info("The second factor of {} was lost in a restore and is to be enrolled again", username);
        }
        lost.lostTokens().forEach(token -> end(new AccountCommand.RevokeToken(token.username(), token.id())));
    }

    private void end(AccountCommand command) {
        try {
            commands.send(command, Commands.Origin.system());
        } catch (Refused refused) {
            if (!ENDED_ELSEWHERE.contains(refused.code())) {
                throw refused;
            }
            LOG.info("What was to be ended was ended by another instance just now");
        }
    }

    private static List<String> chosen(List<String> admins) {
        List<String> chosen = new ArrayList<>();
        for (String wanted : List.of("admin", "checker")) {
            if (admins.remove(wanted)) {
                chosen.add(wanted);
            }
        }
        while (chosen.size() < 2 && !admins.isEmpty()) {
            chosen.add(admins.removeFirst());
        }
        return chosen;
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
        tell(username, password);
    }

    /** Past the log on purpose: logs are collected and kept. */
    private void tell(String username, String password) {
        if (password.equals(adminPassword) || password.equals(checkerPassword)) {
            return; // whoever configured it knows it
        }
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
