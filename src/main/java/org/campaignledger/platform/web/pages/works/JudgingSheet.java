package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * The judging of a category as a page without scripts shows it, made from what the contract answers.
 *
 * @param stage    of the judging, as the contract names it
 * @param figures  what there is to be judged and how much of it is done
 * @param judges   how far each judge has come
 * @param terms    the criteria; empty before the opening
 * @param rules    the other terms in words; empty before the opening
 * @param closing  what a closing would do, in words
 */
record JudgingSheet(String stage, List<Figure> figures, List<Judge> judges, List<Criterion> terms, String rules,
        String closing) {

    /** A figure with the words that follow it. */
    record Figure(String number, String words) {}

    /** A judge. */
    record Judge(String account, String assigned, String scored, String recused, String left, boolean waits) {}

    /** A criterion. */
    record Criterion(String name, String max, String weight) {}

    /** Whether judges are drawn now. */
    public boolean draws() {
        return stage.equals("NOT_OPENED") || stage.equals("OPEN");
    }

    /** Whether it can be closed now. */
    public boolean closes() {
        return stage.equals("OPEN") || stage.equals("ENDED");
    }

    static JudgingSheet of(JsonNode judging, Language language) {
        PageTexts texts = PageTexts.in(language);
        JsonNode terms = judging.path("terms");
        List<Judge> judges = StreamSupport.stream(judging.path("judges").spliterator(), false)
                .map(each -> judge(each, texts)).toList();
        List<Criterion> criteria = StreamSupport.stream(terms.path("rubric").spliterator(), false)
                .map(each -> new Criterion(each.path("criterion").asString(""),
                        Figures.digits(each.path("max").asLong(0)), each.path("weight").asString("")))
                .toList();
        return new JudgingSheet(judging.path("stage").asString(""), figures(judging, texts), judges, criteria,
                terms.isObject() ? rules(terms, texts) : "", closing(judging, texts));
    }

    private static Judge judge(JsonNode one, PageTexts texts) {
        long assigned = one.path("assigned").asLong(0);
        long scored = one.path("scored").asLong(0);
        return new Judge(one.path("judge").asString(""), Figures.digits(assigned), Figures.digits(scored),
                Figures.digits(one.path("recused").asLong(0)), assigned > scored
                        ? texts.fill("js.judging.left", Map.of("n", Figures.digits(assigned - scored)))
                        : texts.get("js.judging.finished"), assigned > scored);
    }

    private static List<Figure> figures(JsonNode judging, PageTexts texts) {
        List<Figure> figures = new ArrayList<>();
        JsonNode entries = judging.path("entries");
        figures.add(figure(entries.path("recommended").asLong(0), texts.get("js.judging.entries")));
        if (judging.hasNonNull("terms")) {
            figures.add(figure(entries.path("withEnoughScores").asLong(0), texts.fill("js.judging.enough", Map.of("n",
                    judging.path("terms").path("minScores").asString("")))));
        }
        figures.add(figure(judging.path("judges").size(), texts.get("js.judging.judgesWord")));
        if (judging.hasNonNull("ranking")) {
            figures.add(figure(judging.path("ranking").path("awards").asLong(0), texts.get("js.judging.awardsWord")));
        }
        return figures;
    }

    private static Figure figure(long number, String words) {
        return new Figure(Figures.digits(number), words);
    }

    private static String rules(JsonNode terms, PageTexts texts) {
        List<String> order = new ArrayList<>();
        terms.path("tieBreak").forEach(name -> order.add(name.asString("")));
        return String.join(" ", texts.fill("js.judging.termsMin", Map.of("n", terms.path("minScores").asString(""))),
                order.isEmpty()
                        ? texts.get("js.judging.termsNoTies")
                        : texts.fill("js.judging.termsTies", Map.of("order", String.join(" › ", order))),
                terms.hasNonNull("normalise")
                        ? texts.fill("js.judging.termsShift", Map.of("n", terms.path("normalise").path("minScores")
                                .asString("")))
                        : texts.get("js.judging.termsNoShift"));
    }

    private static String closing(JsonNode judging, PageTexts texts) {
        JsonNode entries = judging.path("entries");
        long missing = entries.path("recommended").asLong(0) - entries.path("withEnoughScores").asLong(0);
        long open = 0;
        for (JsonNode judge : judging.path("judges")) {
            open += judge.path("assigned").asLong(0) - judge.path("scored").asLong(0);
        }
        return String.join(" ", texts.get("js.judging.closeThen"), missing > 0
                ? texts.fill("js.judging.closeMissing", Map.of("n", Figures.digits(missing)))
                : texts.get("js.judging.closeComplete"),
                open > 0 ? texts.fill("js.judging.closeOpen", Map.of("n", Figures.digits(open))) : "");
    }
}
