package org.campaignledger.platform.web.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page of operations and the form for a definition make of what they are told. */
class OperationsPartsTest {

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void theCheckpointTellsItsSizeAndItsWitnesses() {
        String note = "log.example/one\n1234\nAAAA=\n\n— log.example/one c2lnc2ln\n— witness-east.example c2lnc2ln\n";
        Sealing sealing = Sealing.of(note, """
            # HELP ledger_seal_backlog Events
            ledger_seal_backlog{application="campaign-ledger"} 2.0
            ledger_seal_lag_seconds{application="campaign-ledger"} 0.4
            ledger_seal_cosigned_age_seconds{application="campaign-ledger"} NaN
            """);
        assertThat(sealing.size()).isEqualTo("1,234");
        assertThat(sealing.witnesses()).containsExactly("witness-east.example");
        assertThat(sealing.backlog()).isEqualTo("2");
        assertThat(sealing.cosigned()).isEmpty();
        assertThat(Sealing.of("", "").size()).isEmpty();
    }

    @Test
    void aProjectionIsBehindOnlyAfterAWhile() {
        OperationsView view = OperationsView.of(json("""
            {'head': 2000, 'items': [
              {'name': 'a', 'position': 1990, 'lagEvents': 10, 'lagSeconds': 0.2, 'deadLetters': 0, 'worksHere': true},
              {'name': 'b', 'position': 1000, 'lagEvents': 1000, 'lagSeconds': 61, 'deadLetters': 3, 'worksHere': true},
              {'name': 'c', 'position': 2000, 'lagEvents': 0, 'lagSeconds': 0, 'deadLetters': 3, 'worksHere': true},
              {'name': 'd', 'position': 2000, 'lagEvents': 0, 'lagSeconds': 0, 'deadLetters': 0, 'worksHere': false,
               'rebuild': {'state': 'RUNNING', 'position': 500, 'target': 2000, 'eventsPerSecond': 99.6}}]}"""),
                json("{'items': []}"), true, Sealing.of("", ""));
        assertThat(view.projections()).extracting(OperationsView.ProjectionRow::state).containsExactly("WITH",
                "BEHIND", "LETTERS", "ELSEWHERE");
        OperationsView.RebuildRow rebuild = view.projections().getLast().rebuild();
        assertThat(rebuild).isNotNull().satisfies(row -> {
            assertThat(row.running()).isTrue();
            assertThat(row.figures()).isEqualTo("500 / 2,000");
            assertThat(row.rate()).isEqualTo("100");
            assertThat(row.eta()).isEmpty();
        });
    }

    @Test
    void aFieldOfADefinitionIsFoundAtItsLine() {
        String text = "campaign:\n  id: x\nunits:\n  - { code: A }\n  - code: B\n    events: 3\n";
        assertThat(DefinitionLines.of(text, "units[1].events")).isEqualTo(6);
        assertThat(DefinitionLines.of(text, "units[0].events")).isEqualTo(4);
        assertThat(DefinitionLines.of(text, "campaign.title.zh")).isEqualTo(2);
        assertThat(DefinitionLines.of("{\"units\": [\n{\"code\": 1}]}", "units[0].code")).isEqualTo(2);
        assertThat(DefinitionLines.of("a: [\n", "a")).isPositive();
        assertThat(DefinitionLines.of("", "a")).isZero();
    }
}
