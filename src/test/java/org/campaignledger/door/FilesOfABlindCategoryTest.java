package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.TaggedWorks;
import org.junit.jupiter.api.Test;

/**
 * Files that say themselves whose they are and where they were made: nothing of it reaches a judge, the public, a feed or an
 * export; nor a host while its category is being judged (rules 15 and 24). Works of two units that differ in this alone are
 * answered with the same bytes, and so with as many.
 */
@AtTheDoor
class FilesOfABlindCategoryTest {

    private static final List<String> CATEGORIES = List.of("photo", "video");
    /** Of the same length: bytes of a stream that are not shown are zeros, and as many. */
    private static final Map<String, String> OWNERS = Map.of("fj", "OwnerOfFujian", "gd", "OwnerOfGuangd");

    private final Ledger ledger;
    private final Map<String, String> entries = new HashMap<>();
    private Answer last;

    FilesOfABlindCategoryTest(Ledger shared) {
        this.ledger = shared.withCampaign(form -> form.with("/categories/0/showRecommended", true)
                .with("/categories/2/showRecommended", true));
        for (String phase : List.of("MOBILISE", "RECOMMEND", "JUDGE")) {
            ledger.asAdmin().opens(phase).isDone();
        }
        this.last = ledger.asAdmin().gets("/api/v1/campaigns").isShown();
        for (String category : CATEGORIES) {
            for (String kind : List.of("INDIVIDUAL", "UNION")) {
                OWNERS.keySet().stream().sorted().forEach(unit -> recommended(category, kind, unit));
            }
        }
    }

    private static byte[] file(String category, String kind, String unit) {
        long seed = kind.hashCode();
        String owner = OWNERS.getOrDefault(unit, "");
        return category.equals("photo") ? TaggedWorks.photo(owner, seed) : TaggedWorks.video(owner, seed);
    }

    private void recommended(String category, String kind, String unit) {
        Desk reporter = ledger.as(unit);
        Answer file = reporter.uploads(reporter.path("works"), file(category, kind, unit));
        assertThat(file.status()).as(file.toString()).isEqualTo(201);
        Answer entry = reporter.sentence("entries", new Form().with("category", category)
                .with("submitter.kind", kind).with("submitter.name", kind.equals("UNION")
                        ? unit + "某市总工会"
                        : "宇文" + unit).with("submitter.phone",
                                "13800000" + (unit.equals("fj") ? "081" : "082"))
                .with("title", "岗位建功")
                .with("work", file.at("/sha256").stringValue())).asItIs().isRecorded();
        host(category).posts("/api/v1/entries/" + entry.id() + "/accept").isDone();
        last = reporter.posts("/api/v1/entries/" + entry.id() + "/recommend").isDone();
        entries.put(category + kind + unit, entry.id());
    }

    private Desk host(String category) {
        return ledger.as("host-" + category);
    }

    private void judgingOpens() {
        ledger.as("judge-bj");
        for (String category : CATEGORIES) {
            host(category).posts(host(category).path("categories/" + category + "/judging/open"), JudgedCategory
                    .terms()).isDone();
        }
        entries.forEach((key, id) -> last = host(key.startsWith("photo") ? "photo" : "video")
                .posts("/api/v1/entries/" + id + "/judges", new Form().with("judge", "judge-bj")).isRecorded());
        ledger.asNobody().reads("showcase?waitFor=" + last.position()).isShown();
        host("photo").reads("entries?waitFor=" + last.position()).isShown();
    }

    private static void saysNothing(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        String bytes = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(OWNERS.values()).allSatisfy(owner -> assertThat(bytes).doesNotContain(owner));
        assertThat(TaggedWorks.TRACES).allSatisfy(trace -> assertThat(bytes).doesNotContain(trace));
    }

    /** Two works that differ in whose they are alone: the same bytes and headers, but for the tag, which is a hash. */
    private void areTheSame(Desk desk, String root, String category, String kind, String what) {
        Answer one = desk.gets(root + entries.get(category + kind + "fj") + what);
        Answer other = desk.gets(root + entries.get(category + kind + "gd") + what);
        saysNothing(one);
        saysNothing(other);
        assertThat(one.bytes()).as(category + kind + what).isEqualTo(other.bytes());
        for (String header : List.of("Content-Type", "Content-Length", "Cache-Control", "Last-Modified",
                "Accept-Ranges", "Content-Disposition")) {
            assertThat(one.header(header)).as(header).isEqualTo(other.header(header));
        }
        assertThat(one.header("ETag")).hasSameSizeAs(String.valueOf(other.header("ETag"))).isNotEqualTo(other.header(
                "ETag"));
        assertThat(one.header("Last-Modified")).isNull();
    }

    @Test
    void theFilesThemselvesNameTheirOwners() {
        for (String category : CATEGORIES) {
            String file = new String(file(category, "UNION", "fj"), StandardCharsets.ISO_8859_1);
            assertThat(file).contains("OwnerOfFujian");
            assertThat(TaggedWorks.TRACES).anySatisfy(trace -> assertThat(file).contains(trace));
        }
    }

    @Test
    void aJudgeAndThePublicGetCopiesThatNameNobody() {
        judgingOpens();
        String shown = "/api/v1/campaigns/" + ledger.campaign() + "/showcase/";
        for (String kind : List.of("INDIVIDUAL", "UNION")) {
            for (String category : CATEGORIES) {
                areTheSame(ledger.as("judge-bj"), "/api/v1/entries/", category, kind, "/work");
                areTheSame(ledger.asNobody(), shown, category, kind, "/work");
                areTheSame(host(category), "/api/v1/entries/", category, kind, "/work");
            }
            areTheSame(ledger.as("judge-bj"), "/api/v1/entries/", "photo", kind, "/thumbnail");
            areTheSame(ledger.asNobody(), shown, "photo", kind, "/thumbnail");
        }
    }

    @Test
    void whatIsToldOfAWorkIsTheSameForBothUnits() {
        judgingOpens();
        Desk judge = ledger.as("judge-bj");
        for (String category : CATEGORIES) {
            for (String kind : List.of("INDIVIDUAL", "UNION")) {
                List<String> told = new ArrayList<>();
                for (String unit : List.of("fj", "gd")) {
                    String id = String.valueOf(entries.get(category + kind + unit));
                    for (Answer answer : List.of(judge.gets("/api/v1/entries/" + id), ledger.asNobody().reads(
                            "showcase/" + id))) {
                        saysNothing(answer);
                        assertThat(answer.text()).doesNotContain("宇文", "某市总工会", "13800000", "sha256", "CaptureData",
                                "\"FJ\"");
                        told.add(answer.text().replace(id, "ENTRY"));
                    }
                }
                assertThat(told.subList(0, 2)).isEqualTo(told.subList(2, 4));
            }
        }
    }

    @Test
    void listsFeedsAndExportsTellNothingOfFiles() {
        judgingOpens();
        String feeds = "/c/" + ledger.campaign() + "/showcase.";
        for (Answer answer : Arrays.asList(ledger.as("judge-bj").reads("entries"), ledger.asNobody().reads("showcase"),
                ledger.asNobody().gets(feeds + "json"), ledger.asNobody().gets(feeds + "atom"))) {
            saysNothing(answer);
            assertThat(answer.text()).contains("岗位建功").doesNotContain("宇文", "某市总工会", "13800000", "福建");
        }
        for (String account : List.of("host-photo", "host-video", "fj", "auditor")) {
            for (String form : List.of("csv", "ndjson")) {
                saysNothing(ledger.as(account).reads("exports/entries." + form));
            }
        }
        for (String form : List.of("csv", "ndjson")) {
            Answer own = ledger.as("judge-bj").reads("exports/entries." + form);
            saysNothing(own);
            assertThat(own.text()).contains("岗位建功").doesNotContain("宇文", "某市总工会", "13800000", "FJ", "福建");
        }
    }

    /** Before, it has to look whether a camera wrote the file at all; afterwards it knows whose it is anyway. */
    @Test
    void aHostGetsTheFileAsItWasSentExceptWhileItsCategoryIsJudged() {
        String id = String.valueOf(entries.get("photoINDIVIDUALfj"));
        byte[] original = file("photo", "INDIVIDUAL", "fj");
        host("photo").reads("entries?waitFor=" + last.position()).isShown();
        assertThat(host("photo").gets("/api/v1/entries/" + id + "/work").bytes()).isEqualTo(original);
        judgingOpens();
        saysNothing(host("photo").gets("/api/v1/entries/" + id + "/work"));
        for (String account : List.of("fj", "auditor", "admin")) {
            assertThat(ledger.as(account).gets("/api/v1/entries/" + id + "/work").bytes()).isEqualTo(original);
        }
        host("photo").posts(host("photo").path("categories/photo/judging/close")).isDone();
        assertThat(host("photo").gets("/api/v1/entries/" + id + "/work").bytes()).isEqualTo(original);
    }

    /** Rule 24: who submitted, and how to reach them, is hidden from a host as long as its category is judged. */
    @Test
    void aHostSeesNobodysNameAndNumberWhileItsCategoryIsJudged() {
        Desk host = host("photo");
        String id = String.valueOf(entries.get("photoINDIVIDUALfj"));
        List<String> paths = List.of("/api/v1/entries/" + id, host.path("entries"), host.path("exports/entries.csv"),
                host.path("exports/entries.ndjson"));
        host.reads("entries?waitFor=" + last.position()).isShown();
        for (String path : paths) {
            assertThat(host.gets(path).isShown().text()).as(path).contains("宇文fj", "13800000081");
        }
        judgingOpens();
        for (String path : paths) {
            assertThat(host.gets(path).isShown().text()).as(path).doesNotContain("宇文fj", "13800000081").contains(
                    "岗位建功");
        }
        assertThat(ledger.as("fj").gets("/api/v1/entries/" + id).text()).contains("宇文fj", "13800000081");
        host.posts(host.path("categories/photo/judging/close")).isDone();
        for (String path : paths) {
            assertThat(host.gets(path).isShown().text()).as(path).contains("宇文fj", "13800000081");
        }
    }
}
