package org.campaignledger.kernel;

/**
 * A natural key that only one record of the ledger may hold at a time (rules 6, 7 and 10). Taken in the append that
 * writes the record, so that two cannot count the same thing, whatever the number of instances.
 *
 * @param kind what is claimed, such as {@code organization}; part of the key
 * @param key  the natural key in its normal form; for a person, an HMAC and never the number itself (rule 23)
 */
public record Claim(String kind, String key) {

    private static final String PLACE = "place.";

    /** One of several numbered places that are as good as each other (rule 13). */
    public static Claim ofPlace(String kind, String key) {
        return new Claim(PLACE + kind, key);
    }

    /**
     * Whether it is one of several places: who finds it taken by somebody who was faster has not met a duplicate, and
     * decides again.
     */
    public boolean isPlace() {
        return kind.startsWith(PLACE);
    }
}
