package org.campaignledger.entry.write;

import java.util.Map;

import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;

/** Rule 12: a category for unions only refuses individuals. */
final class ACategoryForUnionsTakesNoIndividuals {

    private ACategoryForUnionsTakesNoIndividuals() {}

    /** Adds what is wrong; nothing where it is not known who submits. */
    static void check(CategoryRules category, @Nullable SubmitterKind kind, Checks checks) {
        checks.that(kind == null || category.submitters().contains(kind.name()), "submitter.kind",
                "submitter-not-of-category", Map.of("category", category.name()));
    }
}
