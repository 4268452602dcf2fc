package org.campaignledger.entry.events;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted. Who an individual is, and whatever they wrote, stands in it only encrypted with their own key
 * (rule 23); of a union only the phone of whoever answers for it.
 *
 * @param kind        who submits
 * @param union       name of the union; absent for an individual
 * @param subject     the person: under this id their own key is kept, and can be destroyed; absent where a union gave no
 *                    phone
 * @param sealed      base64; of an individual {@code name}, {@code phone}, {@code title}, {@code theme},
 *                    {@code description} and {@code links} (one a line), of a union {@code phone}
 * @param title       of a union's work
 * @param theme       of a union's work
 * @param description of a union's work
 * @param links       of a union's work, to be followed
 * @param work        the file, where the category takes one
 * @param platform    the host's platform on which it was entered
 * @param externalId  its number there
 */
public record Content(
        SubmitterKind kind, @Nullable String union, @Nullable String subject, @Nullable String sealed,
        @Nullable String title, @Nullable String theme, @Nullable String description, List<String> links,
        @Nullable Work work, @Nullable String platform, @Nullable String externalId) {

    /** Who submits a work. */
    public enum SubmitterKind {
        /** A worker. */
        INDIVIDUAL,
        /** A trade union. */
        UNION
    }

    /** Rule 12: the same bytes in the same category are a duplicate; so is a platform's number. */
    List<Claim> claims(String campaign, String category) {
        List<Claim> claims = new ArrayList<>(2);
        if (work != null) {
            claims.add(new Claim("work", String.join("/", campaign, category, work.sha256())));
        }
        if (externalId != null) {
            claims.add(new Claim("externalId", String.join("/", campaign, category,
                    platform == null ? "" : platform, externalId)));
        }
        return claims;
    }

    /** The person of whom it holds personal data, if it does. */
    List<PersonalData> persons() {
        return subject == null || sealed == null ? List.of() : List.of(new PersonalData(subject, sealed));
    }
}
