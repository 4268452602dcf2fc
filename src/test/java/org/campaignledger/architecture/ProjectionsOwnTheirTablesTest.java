package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** House rule 6: every projection has tables of its own, made by a migration, and no two share one. */
@AtTheDoor
class ProjectionsOwnTheirTablesTest {

    private final Ledger ledger;

    ProjectionsOwnTheirTablesTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void eachItsOwn() {
        List<String> owned = new ArrayList<>();
        ledger.all(Projection.class).forEach(projection -> {
            assertThat(projection.tables()).as(projection.name()).isNotEmpty();
            owned.addAll(projection.tables());
        });
        assertThat(owned).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        List<String> made = ledger.database().sql("""
            select table_name from information_schema.tables where table_schema = 'public'""").query(String.class)
                .list();
        assertThat(new HashSet<>(made)).containsAll(owned).contains("ledger_event", "claim", "account_login",
                "attachment");
        assertThat(owned).doesNotContain("ledger_event", "claim", "account_login", "person_key", "idempotent_answer",
                "attachment");
    }
}
