package org.campaignledger.exchange.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.rules.CampaignRules;

/** Units and categories of a campaign by what people write for them: code, id or name. */
final class SheetNames {

    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    SheetNames(CampaignRules rules) {
        rules.units().values().forEach(unit -> units.put(NormalForm.nameKey(unit.name()), unit.code()));
        rules.units().keySet().forEach(code -> units.put(NormalForm.nameKey(code), code));
        rules.categories().values().forEach(one -> categories.put(NormalForm.nameKey(one.name()), one.id()));
        rules.categories().keySet().forEach(id -> categories.put(NormalForm.nameKey(id), id));
    }

    /** The code of a unit. */
    Optional<String> unit(String written) {
        return Optional.ofNullable(units.get(NormalForm.nameKey(written)));
    }

    /** The id of a category. */
    Optional<String> category(String written) {
        return Optional.ofNullable(categories.get(NormalForm.nameKey(written)));
    }
}
