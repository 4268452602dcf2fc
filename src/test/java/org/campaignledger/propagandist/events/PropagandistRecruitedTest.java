package org.campaignledger.propagandist.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 6: a person counts once by each number that was given, and each is a claim of its own. */
class PropagandistRecruitedTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);

    private static PropagandistRecruited of(@Nullable String idKey, @Nullable String phoneKey) {
        return new PropagandistRecruited("id", "2019", "FJ", "subject", "ciphertext", idKey, phoneKey, null, DAY);
    }

    @Test
    void eachNumberIsItsOwnClaim() {
        assertThat(of("aa", "bb").claims()).containsExactly(new Claim("person.idNumber", "2019/aa"), new Claim(
                "person.phone", "2019/bb"));
        assertThat(of("aa", null).claims()).containsExactly(new Claim("person.idNumber", "2019/aa"));
        assertThat(of(null, "bb").claims()).containsExactly(new Claim("person.phone", "2019/bb"));
    }

    @Test
    void itPostsOne() {
        assertThat(of("aa", null).postings()).containsExactly(Posting.of(Metric.PROPAGANDISTS, "FJ", 1, DAY));
    }
}
