package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.AnAdminActs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Campaigns are run by admins, and by the ledger's own schedule. */
class AnAdminActsTest {

    private static Actor of(Role role) {
        return new Actor("someone", role, null, null);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"ADMIN", "SYSTEM"})
    void these(Role role) {
        assertThatCode(() -> AnAdminActs.check(of(role))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"ADMIN", "SYSTEM"})
    void nobodyElse(Role role) {
        assertThatThrownBy(() -> AnAdminActs.check(of(role))).isInstanceOfSatisfying(Refused.class,
                RefusedWith.code("wrong-role"));
    }
}
