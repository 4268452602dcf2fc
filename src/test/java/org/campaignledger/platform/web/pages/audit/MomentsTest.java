package org.campaignledger.platform.web.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and minutes are those of the campaign's zone; what is none of them is left to the contract. */
class MomentsTest {

    @ParameterizedTest
    @CsvSource({"2019-07-31, false, 2019-07-30T16:00:00Z", "2019-07-31, true, 2019-07-31T15:59:59.999Z",
            "2019-07-31 8:05, false, 2019-07-31T00:05:00Z", "2019-07-31T08:05, true, 2019-07-31T00:05:00Z",
            "2019-02-30, false, 2019-02-30", "2019-07-31 25:00, false, 2019-07-31 25:00", "17, true, 17",
            "abc, false, abc", "2019-07-31T15:59:59Z, true, 2019-07-31T15:59:59Z"})
    void areRead(String typed, boolean end, String asked) {
        assertThat(Moments.read(typed, ZoneId.of("Asia/Shanghai"), end)).isEqualTo(asked);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Moments.read(null, ZoneId.of("Asia/Shanghai"), true)).isNull();
    }
}
