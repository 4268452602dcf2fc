package org.campaignledger.subscription.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Instant NOON = Instant.parse("2019-06-01T12:00:00Z");
    private static final Instant UNTIL = NOON.plusSeconds(60);

    private static Secrets.Rotation to(String secret) {
        return new Secrets.Rotation(secret, UNTIL, null);
    }

    @Test
    void theOneBeforeSignsUntilItsTimeIsOver() {
        Secrets rotated = Secrets.first("x", "one", null).rotated(to("two"), NOON);
        assertThat(rotated.signing(UNTIL.minusMillis(1))).containsExactly("two", "one");
        assertThat(rotated.signing(UNTIL)).containsExactly("two");
    }

    @Test
    void theOneInUseStaysWhileItsTimeRunsHoweverOftenAnotherIsMade() {
        Secrets twice = Secrets.first("x", "one", null).rotated(to("two"), NOON).rotated(to("three"), NOON);
        assertThat(twice.signing(NOON)).containsExactly("three", "one");
        assertThat(twice.rotated(to("four"), UNTIL).signing(NOON)).containsExactly("four", "three");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Secrets rotated = Secrets.first("x", "one", null).rotated(new Secrets.Rotation("two", UNTIL, "key"), NOON);
        assertThat(Secrets.of(rotated.texts())).isEqualTo(rotated);
        assertThat(rotated.isOf(new Secrets.Rotation("three", UNTIL, "key"))).isTrue();
        assertThat(rotated.isOf(to("three"))).isFalse();
        assertThat(rotated + "" + to("three")).doesNotContain("one", "two", "three");
    }
}
