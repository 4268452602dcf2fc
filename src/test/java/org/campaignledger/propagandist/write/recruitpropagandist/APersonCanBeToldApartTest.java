package org.campaignledger.propagandist.write.recruitpropagandist;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.kernel.Checks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 6: identity numbers and phones are judged, and compared, in their normal form. */
class APersonCanBeToldApartTest {

    private final Checks checks = new Checks();

    @ParameterizedTest
    @CsvSource({"11010519491231002X, 11010519491231002X", "11010519491231002x, 11010519491231002X",
            "' 110105 19491231 002X ', 11010519491231002X", "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
            "440524188001010014, 440524188001010014"})
    void identityNumbers(String written, String normal) {
        assertThat(APersonCanBeToldApart.idNumber(written, checks)).isEqualTo(normal);
        assertThat(checks.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "11010519491231002", "110105194912310020", "440524188001010015",
            "44052418800101001X", "11010519491231002X1", "1101051949123100X2", "①10105194912310021"})
    void whatIsNone(String written) {
        APersonCanBeToldApart.idNumber(written, checks);
        assertThat(checks.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("person.idNumber");
            assertThat(violation.code()).isEqualTo("invalid-id-number");
        });
    }

    @ParameterizedTest
    @CsvSource({"13800000138, 13800000138", "+8613800000138, 13800000138", "008613800000138, 13800000138",
            "8613800000138, 13800000138", "138-0000-0138, 13800000138", "(+86) 138 0000 0138, 13800000138",
            "１３８０００００１３８, 13800000138", "+85261234567, +85261234567", "+14155552671, +14155552671"})
    void phones(String written, String normal) {
        assertThat(APersonCanBeToldApart.phone(written, checks)).isEqualTo(normal);
        assertThat(checks.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1380013800", "12800138000", "138000001380", "010-88888888", "+861380013800",
            "+0123456",
            "+1234567890123456", "138x0138000"})
    void whatIsNoPhone(String written) {
        APersonCanBeToldApart.phone(written, checks);
        assertThat(checks.violations()).singleElement().satisfies(violation -> assertThat(violation.code())
                .isEqualTo("invalid-phone"));
    }

    @Test
    void whatWasNotGivenIsNotJudged() {
        assertThat(APersonCanBeToldApart.idNumber(null, checks)).isNull();
        assertThat(APersonCanBeToldApart.phone(null, checks)).isNull();
        assertThat(checks.passed()).isTrue();
    }
}
