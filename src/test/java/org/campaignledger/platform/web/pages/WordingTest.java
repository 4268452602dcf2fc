package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.platform.web.pages.Wording.Line;
import org.campaignledger.platform.web.pages.Wording.Season;
import org.campaignledger.platform.web.refusal.Language;
import org.junit.jupiter.api.Test;

/** Pace and forecast say with a word and a sign what the figures say. */
class WordingTest {

    private static final LocalDate FROM = LocalDate.parse("2019-05-01");
    private static final Line EVENTS = new Line("events", 3000L, 1712, 1804L, 2850L);

    private final Wording zh = wording(Language.ZH);
    private final Wording en = wording(Language.EN);

    private static Wording wording(Language language) {
        PageTexts texts = PageTexts.in(language);
        return new Wording(texts, new Figures(language, texts));
    }

    @Test
    void saysHowFarBehindThePlan() {
        assertThat(zh.pace(EVENTS, Season.DURING, FROM, "场")).isEqualTo("落后计划 92 场（−5.1%）");
        assertThat(en.pace(EVENTS, Season.DURING, FROM, "场")).isEqualTo("92 behind plan (−5.1%)");
    }

    @Test
    void saysHowTheSeasonEndsAndWhatIsMissingThen() {
        assertThat(zh.forecast(EVENTS, Season.DURING, "场")).isEqualTo("照近 30 天速度，期末约 2,850 场");
        assertThat(zh.shortfall(EVENTS, Season.DURING)).isEqualTo("差 150");
        assertThat(zh.shortfall(new Line("events", 3000L, 1712, 1804L, 3000L), Season.DURING)).isEmpty();
    }

    @Test
    void afterTheSeasonTheTargetCounts() {
        assertThat(zh.pace(EVENTS, Season.AFTER, FROM, "场")).isEqualTo("比目标少 1,288 场（−42.9%）");
        assertThat(zh.forecast(EVENTS, Season.AFTER, "场")).isEqualTo("推进阶段已结束");
        assertThat(zh.shortfall(EVENTS, Season.AFTER)).isEmpty();
    }

    @Test
    void beforeTheSeasonNothingIsBehind() {
        assertThat(zh.pace(EVENTS, Season.BEFORE, FROM, "场")).isEqualTo("推进阶段自 2019-05-01 开始");
        assertThat(zh.forecast(EVENTS, Season.BEFORE, "场")).isEmpty();
    }

    @Test
    void thePlusHasNoPlan() {
        Line plus = new Line("secondaryReach", null, 312_456_789, null, 400_000_000L);
        assertThat(zh.pace(plus, Season.DURING, FROM, "人")).isEmpty();
        assertThat(zh.forecast(plus, Season.DURING, "人")).isEqualTo("照近 30 天速度，期末约 4.00 亿人");
        assertThat(zh.shortfall(plus, Season.DURING)).isEmpty();
    }

    @Test
    void exactlyOnPlanIsSaidSo() {
        assertThat(zh.pace(new Line("events", 10L, 5, 5L, null), Season.DURING, FROM, "场")).isEqualTo("与计划持平");
    }
}
