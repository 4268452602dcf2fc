package org.campaignledger.platform.web.pages.works;

import java.util.List;
import java.util.Map;

import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CategoryFace;
import org.campaignledger.platform.web.pages.Funnel;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/**
 * A category as its pages show it.
 *
 * @param id      its id
 * @param name    its name
 * @param media   what its works are, such as {@code VIDEO}
 * @param rules   its rules in plain words, one sentence each
 * @param face    hosts, platforms, themes
 * @param accept  endings of the files that it takes, as a browser wants them; empty where it takes none
 * @param maxSize no more bytes than these, as far as can be told before sending; absent: any
 * @param funnel  its figures from submitted to awarded; empty where they are not shown
 */
record CategoryView(String id, String name, String media, List<String> rules, CategoryFace face, String accept,
        @Nullable Long maxSize, List<Funnel.Cell> funnel) {

    /** A category without its figures. */
    static CategoryView of(CampaignFace.Category category, Language language) {
        return of(category, language, List.of());
    }

    /** A category with its figures. */
    static CategoryView of(CampaignFace.Category category, Language language, List<Funnel.Cell> funnel) {
        CategoryFace.Work work = category.rules().work();
        return new CategoryView(category.id(), category.name().in(language), work.media(),
                RulesInWords.of(category.rules(), PageTexts.in(language)), category.rules(), FileEndings.of(work),
                work.maxBytes(), funnel);
    }

    /** Whether workers may submit, and not only unions. */
    public boolean takesIndividuals() {
        return face.submitters().contains("INDIVIDUAL");
    }

    /** What scripts must know to check a work before it is sent. */
    Map<String, Object> forScripts() {
        return Map.of("id", id, "needsFile", face.work().needsFile(), "accept", accept,
                "maxBytes", maxSize == null ? 0L : maxSize, "sizeExclusive", face.work().sizeExclusive(),
                "needsLink", media.equals("PLATFORM"));
    }
}
