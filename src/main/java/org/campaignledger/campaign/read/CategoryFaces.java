package org.campaignledger.campaign.read;

import java.util.List;
import java.util.Objects;

import org.campaignledger.campaign.events.Definition;
import org.campaignledger.platform.web.pages.CategoryFace;
import org.jspecify.annotations.Nullable;

/** What categories are and take, as the pages say it; what a definition leaves out is filled in. */
final class CategoryFaces {

    private CategoryFaces() {}

    static CategoryFace of(Definition.Category category) {
        Definition.Work work = category.work();
        return new CategoryFace(category.hosts(),
                category.platforms().stream()
                        .map(platform -> new CategoryFace.Platform(platform.kind(), platform.name(), platform.url()))
                        .toList(),
                all(category.themes()), all(category.presenters()),
                Objects.requireNonNullElse(category.submitters(), List.of("INDIVIDUAL", "UNION")),
                category.recommendLimitPerUnit(), Boolean.TRUE.equals(category.selfService()),
                Boolean.TRUE.equals(category.showRecommended()),
                new CategoryFace.Work(work.media(), all(work.formats()), work.maxDurationSeconds(),
                        Boolean.TRUE.equals(work.durationExclusive()), work.maxBytes(),
                        Boolean.TRUE.equals(work.sizeExclusive()), Boolean.TRUE.equals(work.original())));
    }

    private static List<String> all(@Nullable List<String> some) {
        return some == null ? List.of() : some;
    }
}
