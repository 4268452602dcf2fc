package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a judge has to score, as its page is drawn before any script runs.
 *
 * @param rows  what waits first
 * @param due   how many are to be scored
 * @param done  how many are
 * @param words both in words
 * @param next  the first that waits; absent where none does
 */
record Assignments(List<Row> rows, long due, long done, String words, @Nullable String next) {

    private static final int PAGE = 500;
    private static final int PAGES = 20;

    /**
     * An entry.
     *
     * @param state {@code waits}, {@code scored} or {@code recused}
     */
    record Row(String entry, String title, String category, String state) {}

    static Assignments of(Contract contract, CampaignFace face, Language language) {
        String root = "/api/v1/campaigns/" + face.id();
        Map<String, String> titles = new HashMap<>();
        all(contract, root + "/entries").forEach(item -> titles.put(item.path("id").asString(""), item.path("title")
                .asString("")));
        PageTexts texts = PageTexts.in(language);
        List<Row> rows = new ArrayList<>();
        for (JsonNode item : all(contract, root + "/judging/assignments")) {
            String entry = item.path("entry").asString("");
            String title = titles.getOrDefault(entry, "");
            rows.add(new Row(entry, title.isEmpty() ? texts.get("works.untitled") : title, face.category(item.path(
                    "category").asString("")).map(each -> each.name().in(language)).orElse(""), state(item)));
        }
        long due = rows.stream().filter(row -> !row.state().equals("recused")).count();
        long done = rows.stream().filter(row -> row.state().equals("scored")).count();
        String next = rows.stream().filter(row -> row.state().equals("waits")).map(Row::entry).findFirst().orElse(null);
        rows.sort(Comparator.comparingInt(row -> List.of("waits", "scored", "recused").indexOf(row.state())));
        return new Assignments(List.copyOf(rows), due, done, texts.fill("js.judging.progressIs",
                Map.of("n", Figures.digits(done), "of", Figures.digits(due))), next);
    }

    /** The first that waits and is not this one; absent where there is none. */
    static @Nullable String next(Contract contract, String campaign, String entry) {
        return all(contract, "/api/v1/campaigns/" + campaign + "/judging/assignments").stream()
                .filter(item -> state(item).equals("waits")).map(item -> item.path("entry").asString(""))
                .filter(each -> !each.equals(entry)).findFirst().orElse(null);
    }

    private static String state(JsonNode item) {
        return item.path("recused").asBoolean(false)
                ? "recused"
                : item.path("scored").asBoolean(false) ? "scored" : "waits";
    }

    private static List<JsonNode> all(Contract contract, String path) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        for (int page = 0; page < PAGES; page++) {
            JsonNode answer = contract.fresh(path + "?limit=" + PAGE + after);
            answer.path("items").forEach(items::add);
            if (!answer.hasNonNull("next")) {
                break;
            }
            after = "&after=" + answer.path("next").asString("");
        }
        return items;
    }
}
