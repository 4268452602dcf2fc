package org.campaignledger.propagandist.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A person has become a propagandist. Holds no personal data in the clear (rule 23).
 *
 * @param id         the record
 * @param campaign   the campaign
 * @param unit       the unit or sub-unit that recruited them
 * @param subject    the person: under this id their own key is kept, and can be destroyed
 * @param person     name, identity number and phone, encrypted with the person's key, base64
 * @param idKey      HMAC of the identity number in normal form, where one was given
 * @param phoneKey   HMAC of the mobile number in normal form, where one was given
 * @param employer   their employer, where given
 * @param occurredOn the day on which they were recruited
 */
public record PropagandistRecruited(
        String id, String campaign, String unit, String subject, String person, @Nullable String idKey,
        @Nullable String phoneKey, @Nullable String employer,
        LocalDate occurredOn) implements PropagandistEvent, Recorded {

    @Override
    public List<Posting> postings() {
        return List.of(Posting.of(Metric.PROPAGANDISTS, unit, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return Reference.ofRecord(campaign, unit, id, occurredOn);
    }

    /** Rule 6: a person counts once, by identity number and by mobile number; each one given is its own claim. */
    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(2);
        if (idKey != null) {
            claims.add(new Claim("person.idNumber", campaign + "/" + idKey));
        }
        if (phoneKey != null) {
            claims.add(new Claim("person.phone", campaign + "/" + phoneKey));
        }
        return claims;
    }

    @Override
    public List<PersonalData> persons() {
        return List.of(new PersonalData(subject, person));
    }
}
