package org.campaignledger.privacy.events;

import org.jspecify.annotations.Nullable;

/**
 * A person's key is destroyed, in the append of this receipt: their data can never be read again, whatever holds them.
 *
 * @param subject  the person
 * @param campaign the campaign of the record in which the person stands, as far as known
 * @param unit     the unit or sub-unit of that record, as far as known
 * @param category the category of that record, where it is of one
 * @param record   that record, as far as known
 * @param reason   why; never personal data
 */
public record PersonalDataErased(
        String subject, @Nullable String campaign, @Nullable String unit, @Nullable String category,
        @Nullable String record, String reason) implements PrivacyEvent {}
