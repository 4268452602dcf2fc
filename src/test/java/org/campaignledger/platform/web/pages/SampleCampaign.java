package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.web.pages.CampaignFace.Category;
import org.campaignledger.platform.web.pages.CampaignFace.Name;
import org.campaignledger.platform.web.pages.CampaignFace.Phase;
import org.campaignledger.platform.web.pages.CampaignFace.SubUnit;
import org.campaignledger.platform.web.pages.CampaignFace.Target;
import org.campaignledger.platform.web.pages.CampaignFace.Unit;

/** A small campaign with two units, and a balance of it in the contract's form. */
final class SampleCampaign {

    private SampleCampaign() {}

    static final CampaignFace FACE = new CampaignFace("2019", new Name("做<好>网民", "good <netizens>"), "12351+",
            "17号", List.of("全国总工会", "网信办"), LocalDate.parse("2019-05-01"), LocalDate.parse("2019-11-30"),
            "Asia/Shanghai", false,
            List.of(new Phase("MOBILISE", new Name("启动推进", "mobilisation"), LocalDate.parse("2019-05-01"),
                    LocalDate.parse("2019-09-30"), true),
                    new Phase("RECOMMEND", new Name("推荐", "recommendation"), LocalDate.parse("2019-09-01"),
                            LocalDate.parse("2019-09-30"), false)),
            List.of(new Target("events", "3", new Name("线下活动", "offline events"), "场", true),
                    new Target("directReach", "1", new Name("直接覆盖", "reached directly"), "人", false),
                    new Target("secondaryReach", "+", new Name("二次传播", "reached by sharing"), "人", false)),
            List.of(new Unit("FJ", new Name("福建省", "Fujian"), "REGION", List.of()),
                    new Unit("OTHR", new Name("其他产业", "Other industries"), "INDUSTRY",
                            List.of(new SubUnit("POST", "邮政")))),
            List.of(new Category("video", new Name("微视频", "short videos"), new CategoryFace(List.of("天津市总工会"), List
                    .of(),
                    List.of(), List.of(), List.of("INDIVIDUAL", "UNION"), null, true, false,
                    new CategoryFace.Work("VIDEO", List.of("mp4"), 180, true, 52_428_800L, true, false)))),
            List.of("一等奖"), List.of(new CampaignFace.Requirement("THEME", new Name("突出主题", "theme"), false)));

    static final Map<String, Object> PROGRESS = Map.of("campaign", "2019", "position", 1234,
            "asOf", "2019-07-31T15:59:59.000Z", "phases", List.of("MOBILISE"),
            "targets", List.of(
                    Map.of("metric", "events", "target", 3000, "actual", 1712, "planned", 1804, "pace", -92,
                            "forecast", 2850),
                    Map.of("metric", "directReach", "target", 100_000_000, "actual", 62_345_678, "planned",
                            60_000_000, "pace", 2_345_678, "forecast", 120_000_000),
                    Map.of("metric", "secondaryReach", "actual", 312_456_789, "forecast", 400_000_000)),
            "units", List.of(
                    Map.of("unit", "FJ", "metrics", Map.of("events", Map.of("target", 100, "actual", 61))),
                    Map.of("unit", "OTHR", "metrics", Map.of("events", Map.of("target", 110, "actual", 110)))),
            "categories", List.of(Map.of("category", "video", "submitted", 310, "accepted", 287, "recommended", 40,
                    "judged", 0, "awarded", 0)));
}
