package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.platform.web.pages.CategoryFace;
import org.campaignledger.platform.web.pages.PageTexts;

/** The rules of a category as sentences that someone reads before choosing a file (rule 11). */
final class RulesInWords {

    private static final long MEGABYTE = 1024L * 1024L;
    private static final int MINUTE = 60;

    private final PageTexts texts;
    private final List<String> sentences = new ArrayList<>();

    private RulesInWords(PageTexts texts) {
        this.texts = texts;
    }

    static List<String> of(CategoryFace category, PageTexts texts) {
        RulesInWords rules = new RulesInWords(texts);
        CategoryFace.Work work = category.work();
        rules.add("media." + work.media(), Map.of());
        if (!work.formats().isEmpty()) {
            rules.add("formats", Map.of("formats", String.join(" / ", work.formats()).toUpperCase(Locale.ROOT)));
        }
        rules.duration(work);
        rules.size(work);
        if (work.original()) {
            rules.add("original", Map.of());
        }
        rules.add(category.submitters().contains("INDIVIDUAL") ? "everyone" : "unions", Map.of());
        Integer limit = category.recommendLimit();
        if (limit != null) {
            rules.add("limit", Map.of("n", Integer.toString(limit)));
        }
        if (!category.presenters().isEmpty()) {
            rules.add("presenters", Map.of("who", String.join("、", category.presenters())));
        }
        return List.copyOf(rules.sentences);
    }

    private void duration(CategoryFace.Work work) {
        Integer max = work.maxDurationSeconds();
        if (max != null) {
            boolean minutes = max % MINUTE == 0;
            add((work.durationExclusive() ? "under." : "upTo.") + (minutes ? "minutes" : "seconds"),
                    Map.of("n", Integer.toString(minutes ? max / MINUTE : max)));
        }
    }

    private void size(CategoryFace.Work work) {
        Long max = work.maxBytes();
        if (max != null) {
            boolean whole = max % MEGABYTE == 0;
            add((work.sizeExclusive() ? "under." : "upTo.") + (whole ? "megabytes" : "bytes"),
                    Map.of("n", String.format(Locale.ROOT, "%,d", whole ? max / MEGABYTE : max)));
        }
    }

    private void add(String rule, Map<String, String> places) {
        sentences.add(texts.fill("js.rule." + rule, places));
    }
}
