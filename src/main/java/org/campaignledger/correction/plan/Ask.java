package org.campaignledger.correction.plan;

import java.util.List;
import java.util.Map;

import org.campaignledger.platform.correction.CorrectionAction;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of which records.
 *
 * @param kind    path name of their register, see {@code Correctable}
 * @param action  what is to be done
 * @param ids     the records, each once
 * @param changes sealed
 * @param into    the record that survives a merger
 */
public record Ask(
        String kind, CorrectionAction action, List<String> ids, Map<String, Object> changes, @Nullable String into) {}
