package org.campaignledger.door;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import tools.jackson.databind.JsonNode;

/** A campaign in which works of the category {@code activity} are judged: content and form, ten points each. */
public final class JudgedCategory {

    static final String CATEGORY = "categories/activity/";

    final Ledger ledger;
    final Desk host;

    /** Phases are opened; nothing is submitted. */
    public JudgedCategory(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.host = ledger.as("host-activity");
        ledger.asAdmin().opens("RECOMMEND").isDone();
        ledger.asAdmin().opens("JUDGE").isDone();
    }

    /** The campaign's ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /** The host. */
    public Desk host() {
        return host;
    }

    /** Entries of a unit that it has recommended; their ids. */
    public List<String> recommended(String unit, int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String id = accepted(unit);
            ledger.as(unit).posts("/api/v1/entries/" + id + "/recommend").isDone();
            ids.add(id);
        }
        return ids;
    }

    String accepted(String unit) {
        String id = ledger.as(unit).sentence("entries", new Form().with("category", "activity")
                .with("submitter.kind", "UNION").with("submitter.name", "某市总工会").with("title", "网上练兵")
                .with("description", "线下活动，线上传播。")).asItIs().isRecorded().id();
        host.posts("/api/v1/entries/" + id + "/accept").isDone();
        return id;
    }

    static Form terms() {
        return new Form().with("rubric", List.of(criterion("content", 2, 10), criterion("form", 1, 10)))
                .with("minScores", 2).with("tieBreak", List.of("content"));
    }

    static JsonNode criterion(String name, Object weight, int max) {
        return new Form().with("criterion", name).with("weight", weight).with("max", max).json();
    }

    /** Scores are taken from here on. */
    public Answer opened() {
        return host.posts(path("judging/open"), terms()).isDone();
    }

    Answer closes() {
        return host.posts(path("judging/close"));
    }

    String path(String what) {
        return host.path(CATEGORY + what);
    }

    /** A judge is assigned. */
    public Answer assigned(String entry, String judge) {
        return assigns(entry, judge).isRecorded();
    }

    Answer assigns(String entry, String judge) {
        ledger.as(judge);
        return host.posts("/api/v1/entries/" + entry + "/judges", new Form().with("judge", judge));
    }

    /** A judge scores. */
    public Answer scores(String judge, String entry, int content, int form) {
        return ledger.as(judge).puts("/api/v1/entries/" + entry + "/scores/mine",
                new Form().with("scores.content", content).with("scores.form", form));
    }

    Answer awards(Desk desk, String entry, String level) {
        return desk.posts("/api/v1/entries/" + entry + "/awards", new Form().with("level", level));
    }

    /** Two entries of Fujian and one of Guangdong, each scored by two judges, the first best. */
    List<String> scored() {
        List<String> entries = new ArrayList<>(recommended("fj", 2));
        entries.addAll(recommended("gd", 1));
        opened();
        int points = 9;
        for (String entry : entries) {
            for (String judge : List.of("judge-bj", "judge-sh")) {
                assigned(entry, judge);
                scores(judge, entry, points, points).isDone();
            }
            points -= 2;
        }
        return entries;
    }

    long figure(Answer last, String figure) {
        for (JsonNode category : ledger.progressAfter(last.position()).get("categories")) {
            if (category.get("category").stringValue().equals("activity")) {
                return category.get(figure).longValue();
            }
        }
        throw new AssertionError("no such category");
    }

    JsonNode ranking(Answer last) {
        return host.gets(path("ranking?waitFor=" + last.position())).isShown().json();
    }
}
