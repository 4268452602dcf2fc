package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AReasonNamesNobodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "打来电话的是13800000001。", "+86 138 0000 0001", "138-0000-0001",
            "于 2019-07-01 13800000001 来电", "１３８００００００１１", "11010119900101100X", "证号 110101 19900101 1007 一致"})
    void numbersOfAPersonAreRefused(String reason) {
        Checks checks = new Checks();
        AReasonNamesNobody.check(reason, checks);
        assertThat(checks.violations()).extracting(Violation::code).containsExactly("personal-data-in-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"本人申请", "见工单 20190701-12", "2019-07-01 与 2019-07-02 两次来访", "共 12800000001 条"})
    void otherNumbersAreNot(String reason) {
        Checks checks = new Checks();
        assertThat(AReasonNamesNobody.check(reason, checks)).isEqualTo(reason);
        assertThat(checks.passed()).isTrue();
    }

    @Test
    void theReasonIsKeptInNormalForm() {
        assertThat(AReasonNamesNobody.check(" 本人\u3000申请 ", new Checks())).isEqualTo("本人 申请");
    }
}
