package org.campaignledger.door.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.door.JudgedCategory;
import org.campaignledger.kernel.Role;
import org.campaignledger.subscription.Subscriptions;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Own and foreign: whoever something belongs to is let in to it; another of the same role, where theirs is not, is not. */
@AtTheDoor
class OwnAndForeignTest {

    private static final Form UNIT = new Form().with("unit", "FJ");
    private static final Form CATEGORY = new Form().with("category", "activity");

    private final Ledger ledger;
    private final JudgedCategory judged;
    private final Answer event;
    private final Map<String, String> ofFujian;
    private final Map<String, String> ofTheHost;

    OwnAndForeignTest(Ledger shared) {
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
        Desk fujian = ledger.as("fj");
        String entry = judged.recommended("fj", 1).getFirst();
        judged.opened();
        Answer assigned = judged.assigned(entry, "judge-bj");
        this.event = fujian.holds(Forms.anEvent()).on("2019-06-01").isRecorded();
        this.ofFujian = new HashMap<>(Map.of("entries", entry, "works", entry, "judging", entry, "events", event.id(),
                "mobilizations", fujian.mobilizes(Forms.aUnion()).on("2019-06-01").isRecorded().id(),
                "propagandists", fujian.recruits(Forms.aPerson()).on("2019-06-01").isRecorded().id(),
                "reach-reports", fujian.reports(Forms.reach("WEB", 1)).between("2019-06-01", "2019-06-02").isRecorded()
                        .id(),
                "measures", files(fujian, "THEME", UNIT), "corrections", fujian.asksFor(CorrectionForm.reversing(event))
                        .isRecorded().id()));
        ofFujian.putAll(Map.of("imports", fujian.uploads(fujian.path("imports/events"), "单位\n".getBytes(
                StandardCharsets.UTF_8)).id(), "subscriptions", Subscriptions.made(fujian, hook()).id()));
        this.ofTheHost = Map.of("entries", entry, "works", entry, "judging", entry, "measures", files(judged.host(),
                "SUMMARY", CATEGORY), "subscriptions", Subscriptions.made(judged.host(), hook()).id(), "trail",
                Long.toString(assigned.position()));
        settled();
    }

    /** The account that something belongs to, and another of its role. */
    private static List<String> ownAndForeign(Role role) {
        return switch (role) {
            case REPORTER -> List.of("fj", "gd");
            case HOST -> List.of("host-activity", "host-video");
            case JUDGE -> List.of("judge-bj", "judge-sh");
            default -> throw new IllegalArgumentException(role + " has no scope");
        };
    }

    private static Form hook() {
        return Subscriptions.webhook("WEEKLY_DIGEST", "http://127.0.0.1:9/");
    }

    private String files(Desk desk, String requirement, Form whose) {
        return desk.posts(desk.path("measures"), whose.with("requirement", requirement).with("title", "联合开展主题宣讲")
                .with("on", "2019-06-20")).isRecorded().id();
    }

    /** What was just recorded has come to be seen. */
    private void settled() {
        for (String register : List.of("mobilizations", "propagandists", "events", "reach-reports", "measures",
                "entries", "corrections", "trail")) {
            ledger.asAdmin().reads(register + "?waitFor=" + ledger.head()).isShown();
        }
    }

    @Test
    void whoseItIsComesInAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        int[] asked = {0};
        for (List<String> line : WhoMay.fields("/door/own-and-foreign.txt")) {
            if (line.getFirst().startsWith("- ")) {
                continue;
            }
            for (Role role : WhoMay.roles(line.get(1))) {
                List<String> accounts = ownAndForeign(role);
                Answer foreign = asks(accounts.get(1), role, line.getFirst());
                if (foreign.status() != Integer.parseInt(line.get(2))) {
                    wrong.add("foreign " + role + " " + line + ": " + foreign);
                }
                Answer own = asks(accounts.get(0), role, line.getFirst());
                if (List.of(401, 403, 404).contains(own.status()) || own.status() >= 500) {
                    wrong.add("own " + role + " " + line + ": " + own);
                }
                asked[0] += 2;
            }
        }
        System.out.println("authorisation: " + asked[0] + " requests for what is one's own or another's");
        assertThat(wrong).isEmpty();
    }

    private Answer asks(String account, Role role, String place) {
        String[] methodAndPath = place.split(" ");
        String path = filled(methodAndPath[1], role);
        Desk desk = ledger.as(account);
        if (methodAndPath[0].equals("PUT")) {
            return desk.puts(path, new Form().with("scores.content", 5).with("scores.form", 5));
        }
        if (!methodAndPath[0].equals("POST")) {
            return desk.gets(path);
        }
        return path.startsWith("/api/")
                ? desk.posts(path, body(path, role))
                : desk.fills(path, "_key", "own-and-foreign-" + account, "_form", "x", "_to", "/", "_back", "/");
    }

    private Form body(String path, Role role) {
        if (path.matches(".*/(disqualify|reject)")) {
            return new Form().with("reason", "不在本类别之内");
        }
        if (path.endsWith("/awards")) {
            return new Form().with("level", "一等奖");
        }
        if (path.endsWith("/judges")) {
            return new Form().with("judge", "judge-bj");
        }
        if (path.matches(".*/corrections(/preview)?")) {
            return new Form().with("recordId", ofFujian.get("reach-reports")).with("action", "REVERSE")
                    .with("reasonCode", "not-held").with("reason", "核对时发现");
        }
        return path.matches("/api/v1/campaigns/[^/]+/[a-z-]+") ? role == Role.HOST ? CATEGORY : UNIT : new Form();
    }

    private String filled(String pattern, Role role) {
        Map<String, String> own = role == Role.HOST ? ofTheHost : ofFujian;
        StringBuilder path = new StringBuilder();
        String register = "";
        for (String step : pattern.substring(1).split("/")) {
            path.append('/').append(switch (step) {
                case "{campaign}" -> ledger.campaign();
                case "{username}" -> ownAndForeign(role).getFirst();
                case "{category}" -> "activity";
                case "{kind}" -> "events";
                case "{judge}" -> "judge-bj";
                case "{position}" -> role == Role.HOST ? own.get("trail") : Long.toString(event.position());
                case "{id}", "{entry}" -> own.get(register.equals("{kind}") ? "events" : register);
                default -> step;
            });
            register = step;
        }
        return path.toString();
    }
}
