package org.campaignledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.campaignledger.account.write.AccountCommand;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.web.security.PasswordHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsAtOnceTest {

    private static final PasswordHash NONE = new PasswordHash("nobody signs in here");
    private RunningLedger ledger;

    @BeforeAll
    void start(@TempDir Path folder) {
        ledger = new RunningLedger(TestPostgres.freshDatabase(), folder);
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void ofManyWhoOpenTheSameAccountOneDoes() throws Exception {
        List<String> outcomes = atOnce(IntStream.range(0, 12).<Callable<String>>mapToObj(i -> () -> outcome(
                new AccountCommand.OpenAccount(new Actor("twin", Role.AUDITOR, null, null), NONE), admin("admin")))
                .toList());
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "duplicate-record");
    }

    /** However they interleave: each append names two who remain, and is written only if they did. */
    @RepeatedTest(10)
    void ofAdminsWhoDisableEachOtherTwoRemain(RepetitionInfo round) throws Exception {
        IntStream.range(0, 3).forEach(i -> outcome(new AccountCommand.OpenAccount(
                admin("admin-" + round.getCurrentRepetition() + "-" + i), NONE), Actor.SYSTEM));
        List<String> all = enabledAdmins();

        List<String> outcomes = atOnce(all.stream().<Callable<String>>map(name -> () -> outcome(
                new AccountCommand.DisableAccount(name), admin(all.get((all.indexOf(name) + 1) % all.size()))))
                .toList());

        assertThat(enabledAdmins()).as(outcomes.toString()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(outcomes).isSubsetOf("done", "last-admins", "concurrent-change").contains("done");
    }

    private List<String> enabledAdmins() {
        return ledger.part(JdbcClient.class)
                .sql("select username from account_login where role = 'ADMIN' and not disabled order by username")
                .query(String.class).list();
    }

    private String outcome(Object command, Actor actor) {
        try {
            ledger.part(Commands.class).send(command, Commands.Origin.of(actor));
            return "done";
        } catch (Refused refused) {
            return refused.code();
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> task : tasks) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private static Actor admin(String name) {
        return new Actor(name, Role.ADMIN, null, null);
    }
}
