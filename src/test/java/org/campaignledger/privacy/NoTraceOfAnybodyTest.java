package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Rule 23, for every kind of person at once: after a season nothing personal and no secret stands in the clear in a table,
 * an event, a file, the log, a trace, a metric, an export or a page of errors; and once they are erased, not even where
 * the reporter of their unit could read it.
 */
class NoTraceOfAnybodyTest {

    private static final Map<String, String> A_WORD = Map.of("a word", "疏忽大意的赫连");

    @Test
    void isLeftAnywhere(@TempDir Path data) {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (OwnLedger own = OwnLedger.beginning(TestPostgres.freshDatabase(), data, Map.of("spanExporter", spans),
                "--ledger.tracing.enabled=true", "--ledger.tracing.ratio=1");
                EverythingWritten everything = new EverythingWritten(data, spans)) {
            PlantedPeople people = new PlantedPeople(own.ledger());
            Ledger ledger = people.ledger();
            settled(ledger);
            Map<String, String> written = everything.read(ledger);
            thePlacesAreLookedInto(written);
            // What the works are called and say is shown to those who oversee the collection; who they are of is not.
            assertThat(EverythingWritten.traces(ledger, people.texts(), written)).filteredOn(trace -> !trace.matches(
                    "(a|their) (title|description): (admin|auditor)'s entries\\.(csv|ndjson) holds .*")).isEmpty();

            Desk fujian = ledger.as("fj");
            assertThat(fujian.reads("propagandists").isShown().text()).as("who may see them does").contains("赫连甲二二",
                    "赫连乙三三");
            people.areErased();
            settled(ledger);
            Map<String, String> left = everything.read(ledger);
            for (String export : new String[]{"propagandists.csv", "entries.csv", "corrections.csv", "trail.csv"}) {
                left.put("the unit's " + export, fujian.reads("exports/" + export).isFound().text());
            }
            left.put("the host's entries", ledger.as("host-photo").reads("entries").isShown().text());
            left.put("the category's contacts", ledger.as("host-video").reads("categories/video/contacts").isShown()
                    .text());
            assertThat(EverythingWritten.traces(ledger, people.texts(), left)).isEmpty();

            LoggerFactory.getLogger("org.campaignledger.careless").warn("recorded {}", A_WORD.get("a word"));
            assertThat(EverythingWritten.traces(ledger, A_WORD, everything.read(ledger))).as("a trace is found")
                    .containsExactly("a word: log holds 疏忽大意的赫连");
        }
    }

    /** An empty place would hold nothing, too. */
    private static void thePlacesAreLookedInto(Map<String, String> written) {
        assertThat(written.get("log")).contains("sign-in outcome=refused");
        assertThat(written.get("traces")).contains("propagandists", "RecruitPropagandist");
        assertThat(written.get("metrics")).contains("RevealPersonalData", "ledger_signins");
        assertThat(written.get("events as exported")).contains("PropagandistRecruited", "EntrySubmitted",
                "ContactNamed");
        assertThat(written.get("admin's propagandists.csv")).contains("***");
        assertThat(written.get("error of the wrong role")).startsWith("403");
        assertThat(written.keySet()).anyMatch(place -> place.startsWith("file works")).anyMatch(
                place -> place.startsWith("archive, ")).anyMatch(place -> place.startsWith("summing-up, "));
    }

    /** Everything written has been taken in, and sealed. */
    private static void settled(Ledger ledger) {
        long last = ledger.head();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ledger.asNobody().gets("/log/proof/" + last)
                .isFound());
        for (String register : new String[]{"propagandists", "entries", "corrections", "trail", "showcase",
                "progress"}) {
            ledger.asAdmin().reads(register + "?waitFor=" + last).isShown();
        }
    }
}
