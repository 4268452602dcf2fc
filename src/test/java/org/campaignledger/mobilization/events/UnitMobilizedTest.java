package org.campaignledger.mobilization.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.mobilization.events.UnitMobilized.Organization;
import org.junit.jupiter.api.Test;

/** Rule 6: a grass-roots union counts once, by its code, or else by unit and name; and what it posts. */
class UnitMobilizedTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);

    private static UnitMobilized of(String unit, Organization organization) {
        return new UnitMobilized("id", "2019", unit, organization, 12L, DAY);
    }

    @Test
    void byItsCodeNationally() {
        assertThat(of("FJ", new Organization("甲", "AB12")).claims()).containsExactly(new Claim("organization.code",
                "2019/AB12")).isEqualTo(of("GD", new Organization("乙", "AB12")).claims());
    }

    @Test
    void withoutOneByUnitAndName() {
        assertThat(of("FJ", new Organization("某 工会 A", null)).claims()).containsExactly(new Claim(
                "organization.name", "2019/FJ/某工会a"));
        assertThat(of("GD", new Organization("某工会A", null)).claims()).isNotEqualTo(of("FJ", new Organization("某工会A",
                null)).claims());
    }

    @Test
    void itPostsOne() {
        assertThat(of("FJ", new Organization("甲", null)).postings()).containsExactly(Posting.of(Metric.ORGANIZATIONS,
                "FJ", 1, DAY));
        assertThat(of("FJ", new Organization("甲", null)).reference().recordId()).isEqualTo("id");
    }
}
