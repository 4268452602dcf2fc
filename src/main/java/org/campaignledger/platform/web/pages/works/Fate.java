package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * What became of a work, as {@code static/js/receipt.js} tells it to whoever has its receipt code.
 *
 * @param title where it stands
 * @param what  its category, its unit and its position
 * @param steps from its submission to where it stands, and what is still to come
 */
record Fate(String title, String what, List<Step> steps) {

    private static final String TEXTS = "js.work.fate.";
    private static final List<String> ENDS = List.of("REJECTED", "WITHDRAWN", "DISQUALIFIED", "REVERSED", "MERGED");
    private static final String AWARDED = "AWARDED";

    /**
     * A step.
     *
     * @param day    on which it was taken; what stands in its place where it was not
     * @param ahead  whether it is still to come
     * @param reason why, where somebody said so; empty otherwise
     */
    record Step(String name, String day, boolean ahead, String reason) {}

    static Fate of(JsonNode found, CampaignFace face, Language language) {
        PageTexts texts = PageTexts.in(language);
        String state = found.path("state").asString("");
        String unit = found.path("unit").asString("");
        String category = found.path("category").asString("");
        String number = texts.fill("js.record.position", Map.of("position", Figures.in(language).exact(found.path(
                "position").asLong(0))));
        String what = Stream.of(face.category(category).map(each -> each.name().in(language)).orElse(category),
                ScopeName.of(face, unit, language).orElse(unit), number).collect(Collectors.joining(" · "));
        return new Fate(said(texts, found.hasNonNull("award") ? AWARDED : state), what, steps(found, state, texts));
    }

    private static List<Step> steps(JsonNode found, String state, PageTexts texts) {
        boolean over = ENDS.contains(state);
        String reason = found.path("reason").asString("");
        List<Step> steps = new ArrayList<>();
        steps.add(step("sent", found.path("submittedOn"), "", texts));
        if (found.hasNonNull("acceptedOn") || !over) {
            steps.add(step("ACCEPTED", found.path("acceptedOn"), state.equals("ACCEPTED") ? reason : "", texts));
        }
        if (found.hasNonNull("recommendedOn") || !over) {
            steps.add(step("RECOMMENDED", found.path("recommendedOn"), "", texts));
        }
        if (found.hasNonNull("award")) {
            steps.add(step(AWARDED, found.path("award").path("on"), found.path("award").path("level").asString(""),
                    texts));
        }
        if (over) {
            steps.add(new Step(said(texts, state), found.path("endedOn").asString("—"), false, reason));
        }
        return steps;
    }

    private static Step step(String name, JsonNode day, String reason, PageTexts texts) {
        String on = day.asString("");
        return new Step(said(texts, name), on.isEmpty() ? texts.get(TEXTS + "waits") : on, on.isEmpty(), reason);
    }

    private static String said(PageTexts texts, String state) {
        return texts.has(TEXTS + state) ? texts.get(TEXTS + state) : state;
    }
}
