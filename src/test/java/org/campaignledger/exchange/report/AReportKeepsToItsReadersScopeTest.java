package org.campaignledger.exchange.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.testing.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AReportKeepsToItsReadersScopeTest {

    private static void passes(Actor actor, @Nullable String unit, @Nullable String category) {
        assertThatCode(() -> AReportKeepsToItsReadersScope.check(Rules.recording(), actor, unit, category))
                .doesNotThrowAnyException();
    }

    private static void isRefused(Actor actor, @Nullable String unit, @Nullable String category, String code) {
        assertThatThrownBy(() -> AReportKeepsToItsReadersScope.check(Rules.recording(), actor, unit, category))
                .isInstanceOfSatisfying(Refused.class, refused -> org.assertj.core.api.Assertions.assertThat(refused
                        .code()).isEqualTo(code));
    }

    private static Actor of(Role role, @Nullable String scope) {
        return new Actor("x", role, scope, null);
    }

    @Test
    void everyoneReadsTheNationalOne() {
        for (Role role : new Role[]{Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR}) {
            passes(of(role, "FJ"), null, null);
        }
    }

    @Test
    void unitsAndCategoriesAreForTheirOwn() {
        passes(Rules.FUJIAN, "FJ-XM", null);
        passes(of(Role.HOST, "video"), null, "video");
        passes(Rules.ADMIN, "GD", null);
        isRefused(Rules.FUJIAN, "GD", null, "foreign-unit");
        isRefused(Rules.FUJIAN, null, "video", "foreign-category");
        isRefused(of(Role.REPORTER, "FJ-XM"), "FJ", null, "foreign-unit");
        isRefused(of(Role.HOST, "video"), "FJ", null, "foreign-unit");
        isRefused(of(Role.HOST, "song"), null, "video", "foreign-category");
        isRefused(of(Role.JUDGE, "FJ"), "FJ", null, "wrong-role");
        isRefused(of(Role.JUDGE, "FJ"), null, "video", "wrong-role");
    }
}
