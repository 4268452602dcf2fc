package org.campaignledger.privacy.write;

import org.jspecify.annotations.Nullable;

/**
 * Someone of whom the ledger holds or held personal data.
 *
 * @param subject  the person
 * @param place    the record in which they stand
 * @param position the event that holds their data as they are now; absent if it is not known
 */
record KnownPerson(String subject, Place place, @Nullable Long position) {}
