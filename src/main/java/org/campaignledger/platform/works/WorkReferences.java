package org.campaignledger.platform.works;

/**
 * Says which works something refers to; implemented by every slice whose records name a work. What none of these beans
 * knows of is forgotten a day after it was last sent or asked for.
 */
public interface WorkReferences {

    /**
     * Whether a record refers to the work of this digest. To be answered from what is certain: a projection that lags
     * behind answers too late, which the day before a work is forgotten allows for.
     */
    boolean isReferred(String sha256);
}
