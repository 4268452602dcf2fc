package org.campaignledger.privacy.events;

import org.jspecify.annotations.Nullable;

/**
 * An auditor or admin has stated a reason and looked at a person's data. Written before anything was shown.
 *
 * @param subject  the person
 * @param campaign the campaign of the record in which the person stands, as far as known
 * @param unit     the unit or sub-unit of that record, as far as known
 * @param category the category of that record, where it is of one
 * @param record   that record, as far as known
 * @param reason   why; never personal data
 */
public record PersonalDataRevealed(
        String subject, @Nullable String campaign, @Nullable String unit, @Nullable String category,
        @Nullable String record, String reason) implements PrivacyEvent {}
