package org.campaignledger.door.hostile;

import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;

/** A campaign with something of everything, so that a request of which one thing is wrong meets what it asks for. */
final class Stage {

    /** Who asks: one of each role, and nobody. */
    static final List<String> ACCOUNTS = List.of("fj", "host-activity", "judge-fj", "admin", "auditor");

    /** What is closed, ended or disabled belongs to a campaign and an account of their own. */
    private static final String VICTIM = "hostile-victim";
    private static final int KEPT = 6;
    private static final Map<String, String> VARIABLES = Map.ofEntries(Map.entry("unit", "FJ"), Map.entry("u", "FJ"),
            Map.entry("code", "FJ-01"), Map.entry("category", "activity"), Map.entry("metric", "events"),
            Map.entry("phase", "MOBILISE"), Map.entry("judge", "judge-fj"), Map.entry("username", VICTIM),
            Map.entry("position", "3"), Map.entry("level", "0"), Map.entry("path", "000"), Map.entry("kind", "events"),
            Map.entry("name", "none-such"), Map.entry("sha256", "0".repeat(64)), Map.entry("role", "REPORTER"),
            Map.entry("link", "AAAAAAAAAAAAAAAAAAAAAA"), Map.entry("receipt", "0000-0000-0000-0000"), Map.entry("file",
                    "events.csv"));

    private final Ledger ledger;
    private final Ledger spare;
    private final Map<String, List<String>> ids = new ConcurrentHashMap<>();

    private Stage(Ledger ledger, Ledger spare) {
        this.ledger = ledger;
        this.spare = spare;
    }

    static Stage of(Ledger shared) {
        Ledger own = shared.withAnotherCampaign();
        Stage stage = new Stage(own, shared.withAnotherCampaign());
        ACCOUNTS.forEach(own::as);
        own.asAdmin().posts("/api/v1/accounts", new Form().with("username", VICTIM).with("password", Ledger.password())
                .with("role", "REPORTER").with("scope", "FJ"));
        Desk fujian = own.as("fj");
        stage.learn(fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded());
        stage.learn(fujian.recruits(aPerson()).on("2019-06-01").isRecorded());
        Answer event = fujian.holds(anEvent()).on("2019-06-01").isRecorded();
        stage.learn(event);
        stage.learn(fujian.reports(reach("WEB", 5)).between("2019-06-01", "2019-06-02").isRecorded());
        Form entry = new Form().with("category", "activity").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("description", "线下活动，线上传播。");
        for (int i = 0; i < KEPT; i++) {
            Answer one = fujian.sentence("entries", entry.with("title", "第" + i + "个案例")).asItIs().isRecorded();
            stage.learn(one);
            if (i % 2 == 0) {
                own.as("host-activity").posts("/api/v1/entries/" + one.id() + "/accept").isDone();
            }
        }
        stage.learn(fujian.asksFor(CorrectionForm.reversing(event)).isRecorded());
        stage.learn(fujian.posts(fujian.path("subscriptions"), new Form().with("kind", "WEEKLY_DIGEST").with("channel",
                "WEBHOOK").with("address", "http://127.0.0.1:9/").with("weekday", "MONDAY").with("hour", 9)));
        return stage;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Remembers what was made, by the register that it stands in. */
    private void learn(Answer made) {
        learn(made.header("Location"));
    }

    void learn(@Nullable String location) {
        String[] steps = (location == null ? "" : location).split("/");
        if (steps.length > 3) {
            List<String> kept = ids.computeIfAbsent(steps[steps.length - 2], register -> new CopyOnWriteArrayList<>());
            kept.add(steps[steps.length - 1]);
            if (kept.size() > KEPT) {
                kept.remove(0);
            }
        }
    }

    /** What stands rightly in a variable of a path. */
    String variable(Operation operation, String name, Random random) {
        String path = operation.path();
        if (name.equals("campaign")) {
            boolean ends = path.endsWith("/close") || path.contains("/phases/") || path.endsWith("/judging/open");
            return ends && operation.isCommand() ? spare.campaign() : ledger.campaign();
        }
        if (path.contains("/definitions/")) {
            return "2019";
        }
        if (path.contains("/dead-letters/")) {
            return "987654321";
        }
        if (name.equals("file") && path.contains("templates")) {
            return "events.xlsx";
        }
        if (List.of("id", "entry", "award", "subject", "delivery").contains(name)) {
            List<String> known = new ArrayList<>();
            ids.forEach((register, each) -> {
                if (name.equals("subject") || path.contains("/" + register + "/{" + name) || name.equals("entry")
                        && register.equals("entries") || path.contains("/registers/") || path.contains("/works/")
                                && register.equals("entries")) {
                    known.addAll(each);
                }
            });
            return known.isEmpty() ? "none" : Evil.one(known, random);
        }
        return VARIABLES.getOrDefault(name, "none");
    }

    /** The fields of a form of a page, as a browser sends them. */
    Map<String, String> form(Random random) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_to", "/api/v1/campaigns/" + ledger.campaign() + "/events");
        fields.put("_back", "/c/" + ledger.campaign());
        fields.put("_done", "/c/" + ledger.campaign());
        fields.put("_key", "k" + random.nextLong());
        fields.put("_form", "event");
        fields.put("_numbers", "contacts");
        fields.put("unit", "FJ");
        fields.put("kind", "OFFLINE_EVENT");
        fields.put("title", "第" + random.nextInt(1_000_000_000) + "场");
        fields.put("place", "职工之家");
        fields.put("contacts", "3");
        fields.put("occurredOn", "2019-06-01");
        return fields;
    }

    /** A record that stands in a register. */
    String record(String register, Random random) {
        return Evil.one(ids.getOrDefault(register, List.of("none")), random);
    }
}
