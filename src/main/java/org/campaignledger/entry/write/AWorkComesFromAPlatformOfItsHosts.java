package org.campaignledger.entry.write;

import java.util.Map;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;

/**
 * Rule 11: the platform on which a work was submitted is one of those that its category's definition names. By platform and
 * number there a work is known again, so that a name that is written in two ways would let it in twice.
 */
final class AWorkComesFromAPlatformOfItsHosts {

    private static final String FIELD = "platform";

    private AWorkComesFromAPlatformOfItsHosts() {}

    /**
     * The platform as the definition writes it; adds {@code unknown-platform}, naming those that there are, where it has
     * none of this name. A category whose definition names no platform takes any.
     *
     * @param sent   as it was sent, in normal form
     * @param before that of the entry which is changed: it stays what it was, whatever it is
     */
    static @Nullable String check(CategoryRules category, @Nullable String sent, @Nullable String before,
            Checks checks) {
        if (sent == null || sent.equals(before) || category.platforms().isEmpty()) {
            return sent;
        }
        String asked = NormalForm.nameKey(sent);
        String known = category.platforms().stream().filter(name -> NormalForm.nameKey(name).equals(asked)).findFirst()
                .orElse(null);
        checks.that(known != null, FIELD, "unknown-platform",
                Map.of("allowed", String.join(", ", category.platforms())));
        return known == null ? sent : known;
    }
}
