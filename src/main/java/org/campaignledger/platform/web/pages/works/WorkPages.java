package org.campaignledger.platform.web.pages.works;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.Funnel;
import org.campaignledger.platform.web.pages.Funnels;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of the works are made of. */
@Component
class WorkPages {

    private final DeskData desk;
    private final Funnels funnels;

    WorkPages(DeskData desk, Funnels funnels) {
        this.desk = desk;
        this.funnels = funnels;
    }

    DeskData desk() {
        return desk;
    }

    /** A category of a campaign; without one the page of what is not there. */
    static CampaignFace.Category category(CampaignFace face, String id) {
        return face.category(id).orElseThrow(PageDoor::notFound);
    }

    /** Whether works are submitted and checked now (rule 2). */
    static boolean collects(CampaignFace face) {
        return face.isOpen("MOBILISE", "RECOMMEND");
    }

    /** Every category with its figures. */
    List<CategoryView> withFigures(CampaignFace face, Language language) {
        Map<String, List<Funnel.Cell>> cells = new HashMap<>();
        funnels.of(face, language).forEach(row -> cells.put(row.id(), row.cells()));
        return face.categories().stream().map(category -> CategoryView.of(category, language,
                cells.getOrDefault(category.id(), List.of()))).toList();
    }

    /** A page about a campaign's works, or those of one category. */
    WorkPage page(CampaignFace face, @Nullable CategoryView category, Language language, Map<String, ?> more) {
        return new WorkPage(face.id(), face.title().in(language), category, collects(face),
                desk.forScripts(face, language, more, "work", "submit", "judging", "showcase", "check", "problem",
                        "desk", "record", "stage"));
    }

    /** All categories by id, as scripts want them. */
    static Map<String, Object> rules(List<CategoryView> categories) {
        Map<String, Object> rules = new LinkedHashMap<>();
        categories.forEach(category -> rules.put(category.id(), category.forScripts()));
        return rules;
    }
}
