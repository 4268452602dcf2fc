package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections post what the page on the sealed log says, and revisions change what is to be reached. */
class CorrectionsAreFoldedTest {

    private static final String UNION = """
        {"campaign":"c","occurredOn":"2019-05-05","organization":{"name":"总工会 😀"},"unit":"%s"}""";
    private static final String PERSON = "{\"campaign\":\"c\",\"occurredOn\":\"%s\",\"unit\":\"FJ\"}";
    private static final String EVENT = """
        {"campaign":"c","contacts":%d,"occurredOn":"2019-05-12","title":"a \\"b\\"","unit":"ZJ"}""";
    private static final String REACH = """
        {"campaign":"c","direct":%d,"from":"2019-05-01","secondary":7,"to":"2019-05-07","unit":"FJ-1"}""";

    @TempDir
    Path folder;

    private static Map.Entry<String, String> amended(String type, String before, String after) {
        return Map.entry(type, "{\"after\":" + after + ",\"before\":" + before
                + ",\"correction\":{\"correction\":\"k\",\"corrects\":9,\"unit\":\"none\"}}");
    }

    private static Map.Entry<String, String> reversed(String type, String before) {
        return Map.entry(type, "{\"before\":" + before + ",\"correction\":{\"correction\":\"k\",\"corrects\":9}}");
    }

    private static TestLog season() {
        return new TestLog(200, List.of(), List.of(
                amended("MobilizationCorrected", UNION.formatted("FJ"), UNION.formatted("ZJ")),
                reversed("MobilizationReversed", UNION.formatted("ZJ")),
                amended("PropagandistCorrected", PERSON.formatted("2019-05-11"), PERSON.formatted("2019-05-09")),
                reversed("PropagandistReversed", PERSON.formatted("2019-05-09")),
                amended("EventCorrected", EVENT.formatted(50), EVENT.formatted(20)),
                reversed("EventReversed", EVENT.formatted(20)),
                amended("ReachReportCorrected", REACH.formatted(9), REACH.formatted(1)),
                reversed("ReachReportReversed", REACH.formatted(1)),
                Map.entry("BoundsRevised", "{\"after\":{},\"before\":{},\"campaign\":\"c\"}"),
                Map.entry("AllocationRevised", """
                    {"campaign":"c","changes":[{"after":13,"before":12,"unit":"FJ"},\
                    {"after":17,"before":18,"unit":"ZJ"}]}"""),
                Map.entry("TargetRevised", """
                    {"after":33,"before":30,"campaign":"c","changes":[{"after":16,"before":13,"unit":"FJ"}],\
                    "metric":"events"}""")));
    }

    private Told verify(TestArchive archive) throws IOException {
        return Told.verify(archive.writeTo(folder.resolve("a.ledger.zip")).toString());
    }

    @Test
    void aSeasonWithEveryKindHolds() throws IOException {
        TestArchive archive = new TestArchive(season());
        assertThat(archive.text("progress/c.json")).contains("\"target\":33", "\"target\":16", "\"target\":17");
        Told told = verify(archive);
        assertThat(told.code()).as(told.out()).isZero();
    }

    @Test
    void figuresWithoutThemDoNot() throws IOException {
        TestLog log = season();
        Told told = verify(new TestArchive(log).put("progress/c.json", new TestFigures(log.events.subList(0, 200))
                .progress().replace("\"position\":200", "\"position\":" + log.size())));
        assertThat(told.firstLine()).startsWith("WRONG position 211: figure");
    }

    @Test
    void targetsAndAllocationsAsDefinedAreNotThoseInForce() throws IOException {
        for (String inForce : new String[]{"33", "16", "17"}) {
            TestArchive archive = new TestArchive(season());
            assertThat(verify(archive.put("progress/c.json", archive.text("progress/c.json")
                    .replace("\"target\":" + inForce, "\"target\":30"))).firstLine())
                    .startsWith("WRONG position 211: figure - campaign c: the ")
                    .contains("published as 30, in force is " + inForce);
        }
    }

    @Test
    void aCorrectionWithoutTheRecordThatItCorrectsStopsTheFold() throws IOException {
        for (String payload : new String[]{"{}", "{\"before\":1}", "{\"before\":" + PERSON.formatted("2019") + "}"}) {
            Told told = verify(new TestArchive(new TestLog(20, List.of(), List.of(Map.entry("MobilizationReversed",
                    payload)))));
            assertThat(told.code()).as(told.out()).isEqualTo(2);
            assertThat(told.err()).contains("position 21 is MobilizationReversed, but the payload");
        }
    }

    @Test
    void aRevisionThatDoesNotSayToWhatStopsItToo() throws IOException {
        Told told = verify(new TestArchive(new TestLog(20, List.of(), List.of(Map.entry("TargetRevised",
                "{\"campaign\":\"c\",\"metric\":\"events\",\"after\":\"33\"}")))));
        assertThat(told.err()).contains("position 21 is TargetRevised, but");
    }
}
