package org.campaignledger.platform.web.refusal;

import org.campaignledger.kernel.Refused;

/** Decides whether a refusal may name the earlier record that stands in the way (rule 6). Without such a bean: never. */
@FunctionalInterface
public interface ExistingVisibility {

    /** Whether whoever is signed in on this thread may be shown the id and position of this record. */
    boolean maySee(Refused.Existing existing);
}
