package org.campaignledger.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.mobilization.events.MobilizationEvent;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.propagandist.events.PropagandistEvent;
import org.campaignledger.propagandist.events.PropagandistRecruited;
import org.junit.jupiter.api.Test;

/** The words by which an event is found: its texts, and neither ciphertexts nor more than can be looked through. */
class EventWordsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);

    private final EventWords words = new EventWords(new EventCodec(List.of(EventTypes.of(MobilizationEvent.class),
            EventTypes.of(PropagandistEvent.class))));

    @Test
    void typeAndTexts() {
        assertThat(words.of(new UnitMobilized("id-1", "2019", "FJ", new UnitMobilized.Organization("某工会", "AB12"),
                33L, DAY))).contains("UnitMobilized", "id-1", "2019", "FJ", "某工会", "AB12", "2019-06-01")
                .doesNotContain("33");
    }

    @Test
    void aCiphertextIsNoWord() {
        String ciphertext = "x".repeat(300);
        assertThat(words.of(new PropagandistRecruited("id-1", "2019", "FJ", "subject-1", ciphertext, null, "key",
                "某厂", DAY))).contains("某厂", "subject-1").doesNotContain("xxx");
    }

    @Test
    void thereIsAnEnd() {
        assertThat(words.of(new UnitMobilized("i".repeat(240), "c".repeat(240), "u".repeat(240),
                new UnitMobilized.Organization("长".repeat(240), "9".repeat(240)), null, DAY)).length())
                .isLessThanOrEqualTo(2_000);
    }
}
