package org.campaignledger.privacy.write;

import org.jspecify.annotations.Nullable;

/**
 * The record in which a person stands, as far as known; it decides who sees in the trail what was done.
 *
 * @param campaign its campaign
 * @param unit     its unit or sub-unit
 * @param category its category
 * @param recordId its id
 */
public record Place(
        @Nullable String campaign, @Nullable String unit, @Nullable String category, @Nullable String recordId) {

    /** Nothing is known but that there is such a person. */
    static final Place UNKNOWN = new Place(null, null, null, null);
}
