package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(1);

    @Test
    void aHashNamesArgon2idAndItsCost() {
        assertThat(passwords.hash("correct horse").encoded()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void theRightPasswordMatchesAndNoOther() {
        PasswordHash hash = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", hash, () -> false)).isTrue();
        assertThat(passwords.matches("correct horsf", hash, () -> false)).isFalse();
        assertThat(passwords.matches("", hash, () -> false)).isFalse();
    }

    @Test
    void thePasswordMatchesWhateverTheInputMethod() {
        PasswordHash hash = passwords.hash("密码Ａ１");
        assertThat(passwords.matches("密码A1", hash, () -> false)).isTrue();
    }

    @Test
    void withoutAHashTheAnswerIsNoAndTakesAsLong() {
        PasswordHash hash = passwords.hash("correct horse");
        passwords.matches("warm-up", null, () -> false);
        Duration known = timed(() -> passwords.matches("wrong", hash, () -> false));
        Duration unknown = timed(() -> assertThat(passwords.matches("wrong", null, () -> false)).isFalse());
        assertThat(unknown).isGreaterThan(known.dividedBy(3));
    }

    @Test
    void whatWasVerifiedWhileWaitingIsNotVerifiedAgain() {
        assertThat(passwords.matches("wrong", null, () -> true)).isTrue();
    }

    @Test
    void oneHashAtATimeWhereOneIsAllowed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> passwords.matches("wrong", null, () -> {
                inside.countDown();
                return waited(leave);
            }));
            inside.await();
            var next = threads.submit(() -> passwords.matches("wrong", null, () -> true));
            Thread.sleep(100);
            assertThat(next.isDone()).isFalse();
            leave.countDown();
            assertThat(next.get()).isTrue();
            assertThat(slow.get()).isTrue();
        }
    }

    @Test
    void aRandomPasswordIsLongAndNeverTheSame() {
        assertThat(Passwords.random(20)).hasSize(20).matches("[A-Za-z0-9_-]+").isNotEqualTo(Passwords.random(20));
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
