package org.campaignledger.platform.web.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What stands in an event is told field by field, with what it was before where the event tells that. */
class FactsTest {

    private static Facts.Table of(String payload) {
        return new Facts(new RecordWords(null, Language.EN)).of(JsonMapper.shared().readTree(payload));
    }

    @Test
    void aFieldThatChangesShowsBoth() {
        Facts.Table table = of("""
            {"before": {"contacts": 2780, "title": "a"}, "after": {"contacts": 278, "title": "a"},
             "correction": {"reasonCode": "wrong-figure", "corrects": 1086}}""");
        assertThat(table.facts()).containsExactly(new Facts.Fact("Workers met", "2,780", "278"),
                new Facts.Fact("Title", null, "a"), new Facts.Fact("Correction · Reason", null, "Wrong figure"),
                new Facts.Fact("Correction · Corrected number", null, "1,086"));
    }

    @Test
    void whatIsEncryptedOrADigestIsNotPrinted() {
        assertThat(of("{\"person\": \"c2VjcmV0\", \"phoneKey\": \"" + "0123456789abcdef".repeat(4) + "\"}").facts())
                .extracting(Facts.Fact::now).containsExactly("(encrypted)", "0123456789abcdef…");
    }

    @Test
    void listsAreCountedAndWhatIsTooLongIsLeftToTheOriginal() {
        assertThat(of("{\"items\": [{\"position\": 7}, {\"position\": 8}], \"effect\": {\"count\": 1}}").facts())
                .extracting(Facts.Fact::label).containsExactly("Record 1 · Ledger number", "Record 2 · Ledger number");
        String many = IntStream.range(0, 100).mapToObj(i -> "\"f" + i + "\": true").collect(Collectors.joining(","));
        assertThat(of("{" + many + "}").left()).isEqualTo(20);
        assertThat(of("{\"note\": \"" + "x".repeat(300) + "\"}").facts().getFirst().now()).hasSize(201);
        assertThat(of("{}").facts()).isEmpty();
    }
}
