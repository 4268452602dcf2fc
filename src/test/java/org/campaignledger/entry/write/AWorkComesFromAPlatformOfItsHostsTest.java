package org.campaignledger.entry.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 11, of platforms. */
class AWorkComesFromAPlatformOfItsHostsTest {

    private final Checks checks = new Checks();

    private static CategoryRules category(String... platforms) {
        return new CategoryRules("activity", "专题活动", List.of("河北省总工会"), List.of(platforms), List.of("UNION"), List.of(),
                null, false, false, new CategoryRules.Work("CASE", List.of(), null, false, null, false, false));
    }

    private @Nullable String checked(@Nullable String sent, @Nullable String before) {
        return AWorkComesFromAPlatformOfItsHosts.check(category("职工服务网 App", "冀工之家"), sent, before, checks);
    }

    @Test
    void oneThatTheDefinitionNamesIsTakenAsItWritesIt() {
        assertThat(checked("冀工之家", null)).isEqualTo("冀工之家");
        assertThat(checked("职工服务网 APP", null)).isEqualTo("职工服务网 App");
        assertThat(checked(null, null)).isNull();
        assertThat(checks.passed()).isTrue();
    }

    @Test
    void anotherIsRefusedAndThoseThatThereAreAreNamed() {
        checked("别处", null);
        assertThat(checks.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("platform");
            assertThat(violation.code()).isEqualTo("unknown-platform");
            assertThat(violation.arguments().get("allowed")).isEqualTo("职工服务网 App, 冀工之家");
        });
    }

    @Test
    void whatAnEntryHadBeforeItIsChangedStays() {
        assertThat(checked("旧平台", "旧平台")).isEqualTo("旧平台");
        assertThat(checks.passed()).isTrue();
    }

    @Test
    void aCategoryWithoutPlatformsTakesAny() {
        assertThat(AWorkComesFromAPlatformOfItsHosts.check(category(), "别处", null, checks)).isEqualTo("别处");
        assertThat(checks.passed()).isTrue();
    }
}
