package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Judges drawn by lot: evenly, never for their own unit, reproducible, and saying what could not be done. */
@AtTheDoor
class DrawingJudgesTest {

    private final JudgedCategory judging;
    private final Ledger ledger;

    DrawingJudgesTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger;
        List.of("judge-fj", "judge-bj", "judge-sh", "judge-tj").forEach(ledger::as);
    }

    private Form draw(int perEntry, String... judges) {
        return new Form().with("perEntry", perEntry).with("judges", List.of(judges)).with("seed", 42);
    }

    private Answer draws(Form form) {
        return judging.host.posts(judging.path("judges/assign"), form);
    }

    private Map<String, Integer> load(List<String> entries) {
        Map<String, Integer> load = new HashMap<>();
        for (String entry : entries) {
            for (JsonNode judge : judging.host.gets("/api/v1/entries/" + entry + "/judges").isShown()
                    .at("/judges")) {
                load.merge(judge.get("judge").stringValue(), 1, Integer::sum);
            }
        }
        return load;
    }

    @Test
    void everyEntryGetsItsJudgesAndTheLoadIsEven() {
        List<String> entries = judging.recommended("fj", 6);
        judging.assigned(entries.getFirst(), "judge-bj");
        Answer drawn = draws(draw(2, "judge-fj", "judge-bj", "judge-sh", "judge-tj")).isRecorded();
        assertThat(load(entries)).isEqualTo(Map.of("judge-bj", 4, "judge-sh", 4, "judge-tj", 4));
        JsonNode shown = judging.host.gets(drawn.location() + "?waitFor=" + drawn.position()).isShown().json();
        assertThat(shown.at("/draw/seed").longValue()).isEqualTo(42);
        assertThat(shown.at("/draw/entries").intValue()).isEqualTo(6);
        assertThat(shown.get("shortfalls")).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        String entry = judging.recommended("fj", 1).getFirst();
        Answer drawn = draws(draw(3, "judge-fj", "judge-bj", "judge-sh")).isRecorded();
        JsonNode shown = judging.host.gets(drawn.location() + "?waitFor=" + drawn.position()).isShown().json();
        assertThat(shown.at("/draw/shortfalls").intValue()).isEqualTo(1);
        assertThat(shown.at("/shortfalls/0/entry").stringValue()).isEqualTo(entry);
        assertThat(shown.at("/shortfalls/0/judges").intValue()).isEqualTo(2);
        assertThat(shown.at("/shortfalls/0/ownUnit").intValue()).isPositive();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        draws(new Form().with("judges", List.of("judge-bj", "judge-bj")).with("seed", -1))
                .isRefusedWith(422, "validation-failed")
                .namingJust("perEntry missing", "seed out-of-range", "judges[1] named-twice");
        draws(draw(1, "nobody")).isRefusedWith(422, "unknown-judge").namingJust("judges[0] unknown-judge");
        ledger.as("host-video").posts(judging.path("judges/assign"), draw(1, "judge-bj")).isRefusedWith(404,
                "not-found");
    }
}
