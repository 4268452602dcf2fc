package org.campaignledger.demo;

import java.time.LocalDate;
import java.util.List;

/** What units and hosts of the demo did for the notice's requirements. */
final class DemoMeasures {

    /**
     * Something that was done.
     *
     * @param requirement its id in the definition
     * @param title       what was done
     * @param jointWith   with whom; empty where alone
     */
    record Asked(String requirement, String title, String jointWith) {

        String body(String of, String code, LocalDate on) {
            String joint = jointWith.isEmpty() ? "" : ",\"jointWith\":\"" + jointWith + "\"";
            return "{\"%s\":\"%s\",\"requirement\":\"%s\",\"title\":\"%s\",\"on\":\"%s\"%s}".formatted(of, code,
                    requirement, title, on, joint);
        }
    }

    /** Of the units. */
    static final List<Asked> OF_UNITS = List.of(
            new Asked("THEME", "围绕新中国成立七十周年开展主题宣讲", ""),
            new Asked("REFORM", "开通网上职工之家，业务全部上网办理", ""),
            new Asked("LEADERSHIP", "成立活动领导小组，建立联席会议制度", "本地网信办"),
            new Asked("PUBLICITY", "在网站、客户端开设专栏，联合媒体报道", "本地网信办"));

    /** Of the hosts, in November. */
    static final List<Asked> OF_HOSTS = List.of(
            new Asked("SUMMARY", "本类别征集工作总结", ""),
            new Asked("COMMENDATION", "表扬优秀组织单位和优秀作品", ""));

    private DemoMeasures() {}
}
