package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import org.campaignledger.kernel.Checks;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final Terms NONE = new Terms(null, null, null, null, null, null, null, null);

    private static List<String> wrong(Kind kind, Terms terms) {
        Checks checks = new Checks();
        terms.check(kind, checks);
        return checks.violations().stream().map(each -> each.field() + " " + each.code()).toList();
    }

    @Test
    void eachKindTakesItsOwnTerms() {
        Terms all = new Terms("FJ", "events", 10L, DayOfWeek.FRIDAY, 9L, 24L, 100L, 60L);
        assertThat(wrong(Kind.IMPORT_FAILED, all)).hasSize(8).allMatch(each -> each.endsWith(" not-taken-here"));
        assertThat(wrong(Kind.WEEKLY_DIGEST, all)).containsExactlyInAnyOrder("metric not-taken-here",
                "percent not-taken-here", "hours not-taken-here", "positions not-taken-here",
                "seconds not-taken-here");
        assertThat(wrong(Kind.SEAL_BACKLOG, new Terms(null, null, null, null, null, null, 1L, null))).isEmpty();
    }

    @Test
    void whatHasNoUsualValueIsNeeded() {
        assertThat(wrong(Kind.UNIT_BEHIND_PLAN, NONE)).containsExactly("percent missing");
        assertThat(wrong(Kind.SEAL_BACKLOG, NONE)).containsExactly("positions missing");
        assertThat(wrong(Kind.WEEKLY_DIGEST, NONE)).isEmpty();
        assertThat(NONE.usual(Kind.WEEKLY_DIGEST).given()).containsEntry("weekday", DayOfWeek.MONDAY).containsEntry(
                "hour", 8L);
        assertThat(NONE.usual(Kind.CORRECTION_WAITING).given()).containsEntry("hours", 24L);
    }

    @Test
    void numbersHaveTheirBounds() {
        assertThat(wrong(Kind.UNIT_BEHIND_PLAN, new Terms(null, null, 0L, null, null, null, null, null)))
                .containsExactly("percent out-of-range");
        assertThat(wrong(Kind.UNIT_BEHIND_PLAN, new Terms(null, null, 100L, null, null, null, null, null))).isEmpty();
        assertThat(wrong(Kind.WEEKLY_DIGEST, new Terms(null, null, null, null, 24L, null, null, null)))
                .containsExactly("hour out-of-range");
        assertThat(wrong(Kind.CORRECTION_WAITING, new Terms(null, null, null, null, null, -1L, null, null)))
                .containsExactly("hours out-of-range");
        assertThat(wrong(Kind.SEAL_BACKLOG, new Terms(null, null, null, null, null, null, 0L, 86_401L)))
                .containsExactly("positions out-of-range", "seconds out-of-range");
    }
}
