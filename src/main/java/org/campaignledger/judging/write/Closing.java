package org.campaignledger.judging.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.events.UnitCount;
import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.Line;
import org.campaignledger.judging.model.Ranking;
import org.campaignledger.judging.model.RankingForm;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.messaging.AppendContext;
import org.springframework.stereotype.Component;

/** Makes the ranking of a category whose scores stand still, and keeps it with the event that names it. */
@Component
class Closing {

    private static final String GZIP = "application/gzip";

    private final JudgingRows rows;
    private final Attachments attachments;

    Closing(JudgingRows rows, Attachments attachments) {
        this.rows = rows;
        this.attachments = attachments;
    }

    JudgingClosed close(JudgingCommand.CloseJudging command, Judging judging, LocalDate day) {
        Terms terms = Objects.requireNonNull(judging.terms());
        rows.await(judging.endedAt());
        JudgingRows.Scores scores = rows.scores(command.campaign(), command.category(), terms);
        Ranking ranking = Ranking.of(terms, scores.panels());
        RankingForm form = RankingForm.of(command.campaign(), command.category(), scores.position(), terms, ranking);
        return new JudgingClosed(command.campaign(), command.category(), scores.position(), form.digest(),
                kept(form), ranking.lines().size(), (int) ranking.lines().stream().filter(Line::isRanked).count(),
                judged(ranking, scores.units()), day);
    }

    private List<JudgingClosed.Part> kept(RankingForm form) {
        List<JudgingClosed.Part> parts = new ArrayList<>();
        for (RankingForm.Part part : form.parts()) {
            Attachment attachment = Attachment.of(GZIP, part.gzip());
            AppendContext.current().alsoWrite(attachments.keep(attachment));
            parts.add(new JudgingClosed.Part(attachment.sha256(), part.entries()));
        }
        return parts;
    }

    private static List<UnitCount> judged(Ranking ranking, Map<String, String> units) {
        Map<String, Long> counts = new TreeMap<>();
        ranking.lines().stream().filter(Line::isRanked)
                .forEach(line -> counts.merge(units.getOrDefault(line.entry(), ""), 1L, Long::sum));
        return counts.entrySet().stream().map(count -> new UnitCount(count.getKey(), count.getValue())).toList();
    }
}
