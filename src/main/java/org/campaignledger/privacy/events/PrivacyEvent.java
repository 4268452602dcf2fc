package org.campaignledger.privacy.events;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/** What was done with a person's data. Holds none of them: who erased or looked, why, and which record it was. */
public sealed interface PrivacyEvent extends LedgerEvent permits PersonalDataErased, PersonalDataRevealed {

    /** The person, by the id under which their key is or was kept. */
    String subject();

    /** The campaign of the record in which the person stands, as far as known. */
    @Nullable
    String campaign();

    /** The unit or sub-unit of that record, as far as known. */
    @Nullable
    String unit();

    /** The category of that record, where it is of one. */
    @Nullable
    String category();

    /** That record, as far as known. */
    @Nullable
    String record();

    /** Why, in the words of whoever did it; never personal data. */
    String reason();

    @Override
    default List<Posting> postings() {
        return List.of();
    }

    /** That of the record: whoever may see its trail sees this as well. */
    @Override
    default Reference reference() {
        String record = record();
        return new Reference(campaign(), unit(), category(), record == null ? subject() : record, null);
    }
}
