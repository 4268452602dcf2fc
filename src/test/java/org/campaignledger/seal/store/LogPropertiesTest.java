package org.campaignledger.seal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.campaignledger.seal.TestWitness;
import org.campaignledger.seal.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A log that is configured wrongly says so at its start, and tells nobody its secrets. */
class LogPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final TestWitness WITNESS = new TestWitness("witness.example/one", 1);

    private static LogProperties with(Duration interval, Duration pause, Duration period, Duration age) {
        return new LogProperties(null, null, null, interval, 1, pause, List.of(), 0, period, age);
    }

    private static LogProperties with(int quorum, LogProperties.Witness... witnesses) {
        return new LogProperties(null, null, null, SECOND, 1, SECOND, List.of(witnesses), quorum, SECOND,
                SECOND);
    }

    @Test
    void itsTextShowsNoSecret() {
        assertThat(new LogProperties("test/log", "c2VjcmV0", "b2xkZXI=", SECOND, 1, SECOND, List.of(WITNESS.at(null)),
                1, SECOND, SECOND).toString()).contains("test/log", WITNESS.key().toString(), "key=given", "quorum=1")
                .doesNotContain("c2VjcmV0", "b2xkZXI=");
    }

    @Test
    void itIsReadFromPropertiesAndACandidateWaitsAMinute() {
        Map<String, String> given = Map.of("ledger.log.quorum", "1", "ledger.log.witnesses[0].key",
                WITNESS.key().toString());
        LogProperties read = new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("ledger.log", LogProperties.class);
        assertThat(read.witnessKeys()).extracting(Object::toString).containsExactly(WITNESS.key().toString());
        assertThat(read.candidateAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(read.interval()).isEqualTo(Duration.ofMillis(250));
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of("ledger.log.candidate-age", "5s")))
                .bindOrCreate("ledger.log", LogProperties.class).candidateAge()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aWitnessHasAKeyOfItsKindAndIsThereOnce() {
        String ofALog = new SigningKey("test/log", new byte[32]).verifier().toString();
        assertThatIllegalArgumentException().isThrownBy(() -> with(0, new LogProperties.Witness(ofALog, null)))
                .withMessageContaining("key of a log, not of a witness").withMessageContaining(ofALog);
        assertThatIllegalArgumentException().isThrownBy(() -> with(2, WITNESS.at(null), WITNESS.at("http://x")))
                .withMessageContaining("the same key twice");
        assertThatIllegalArgumentException().as("under another name")
                .isThrownBy(() -> with(2, WITNESS.at(null), new TestWitness("witness.example/two", 1).at(null)))
                .withMessageContaining("the same key twice");
        assertThatIllegalArgumentException().isThrownBy(() -> with(2, WITNESS.at(null)))
                .withMessageContaining("ledger.log.quorum is 2 of 1 witnesses");
    }

    @Test
    void timesArePositive() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException().isThrownBy(() -> with(wrong, SECOND, SECOND, SECOND))
                    .withMessageContaining("ledger.log.interval");
            assertThatIllegalArgumentException().isThrownBy(() -> with(SECOND, wrong, SECOND, SECOND))
                    .withMessageContaining("ledger.log.check-pause");
            assertThatIllegalArgumentException().isThrownBy(() -> with(SECOND, SECOND, wrong, SECOND))
                    .withMessageContaining("ledger.log.witness-period");
            assertThatIllegalArgumentException().isThrownBy(() -> with(SECOND, SECOND, SECOND, wrong))
                    .withMessageContaining("ledger.log.candidate-age");
        }
    }
}
