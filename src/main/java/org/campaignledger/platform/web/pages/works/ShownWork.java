package org.campaignledger.platform.web.pages.works;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * A work of the showcase as a row of its table, which is there before any script runs.
 *
 * @param standing its award, or that it was recommended
 * @param category what it was submitted to
 * @param by       unit and submitter, as far as they are shown
 * @param href     of its file, or of the place where it is; empty where it has neither
 * @param proof    position of its award, whose proof is public; empty where it has none
 */
record ShownWork(String title, String standing, String category, String by, String href, String proof) {

    static ShownWork of(JsonNode work, CampaignFace face, Language language) {
        JsonNode award = work.path("award");
        String category = work.path("category").asString("");
        String unit = work.path("unit").asString("");
        return new ShownWork(work.path("title").asString(""),
                award.path("level").asString(PageTexts.in(language).get("js.showcase.recommended")),
                face.category(category).map(each -> each.name().in(language)).orElse(category),
                Stream.of(ScopeName.of(face, unit, language).orElse(unit), work.path("submitter").path("name")
                        .asString("")).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")),
                work.path("work").path("href").asString(work.path("links").path(0).asString("")), award.path("position")
                        .asString(""));
    }
}
