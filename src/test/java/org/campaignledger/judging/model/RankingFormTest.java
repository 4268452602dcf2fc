package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.judging.model.Judged.by;
import static org.campaignledger.judging.model.Judged.criterion;
import static org.campaignledger.judging.model.Judged.panel;
import static org.campaignledger.judging.model.Judged.terms;
import static org.campaignledger.judging.model.Judged.tiesBreakBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.campaignledger.judging.events.Terms;
import org.junit.jupiter.api.Test;

class RankingFormTest {

    private static final Terms TERMS = tiesBreakBy(terms(2, criterion("内容 \"一\"", 10, "2.5"), criterion("form", 3,
            "1")),
            "form");

    @Test
    void everyByteIsAsWrittenDown() throws Exception {
        Ranking ranking = Ranking.of(TERMS, List.of(panel("e1", by("b", 7, 3), by("a", 8, 2)), panel("e2", by("a", 1,
                1))));
        assertThat(text(RankingForm.of("2019", "video", 77, TERMS, ranking))).isEqualTo("""
            {"campaign":"2019","category":"video","entries":2,"method":"trimmed-mean-1","minScores":2,\
            "position":77,"rubric":[{"criterion":"内容 \\"一\\"","max":10,"weight":2.5},\
            {"criterion":"form","max":3,"weight":1}],"tieBreak":["form"]}
            {"entry":"e1","exact":"1625/21","means":["15/2","5/2"],"rank":1,"score":77.3810,"scores":[\
            {"judge":"a","points":[8,2],"total":76.1905,"use":"counted"},\
            {"judge":"b","points":[7,3],"total":78.5714,"use":"counted"}],"status":"ranked"}
            {"entry":"e2","reason":"too-few-scores","scores":[\
            {"judge":"a","points":[1,1],"total":16.6667,"use":"counted"}],"status":"unranked"}
            """);
    }

    @Test
    void theDigestIsThatOfAllPartsInOrderAndTheOrderOfWhatCameInIsNone() throws Exception {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < 2 * RankingForm.PART_LINES + 1; i++) {
            panels.add(panel("e" + i, by("a", i % 10, i % 3), by("b", i % 7, i % 2)));
        }
        RankingForm form = RankingForm.of("2019", "video", 1, TERMS, Ranking.of(TERMS, panels));
        Collections.reverse(panels);
        assertThat(RankingForm.of("2019", "video", 1, TERMS, Ranking.of(TERMS, panels)).digest())
                .isEqualTo(form.digest());
        assertThat(form.parts()).extracting(RankingForm.Part::entries).containsExactly(1_000, 1_000, 1);
        byte[] whole = text(form).getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)))
                .isEqualTo(form.digest());
    }

    @Test
    void anEmptyRankingIsItsFirstLine() throws Exception {
        RankingForm form = RankingForm.of("2019", "video", 1, TERMS, Ranking.of(TERMS, List.of()));
        assertThat(text(form).lines()).singleElement().asString().contains("\"entries\":0");
    }

    private static String text(RankingForm form) throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (RankingForm.Part part : form.parts()) {
            whole.write(new GZIPInputStream(new ByteArrayInputStream(part.gzip())).readAllBytes());
        }
        return whole.toString(StandardCharsets.UTF_8);
    }
}
