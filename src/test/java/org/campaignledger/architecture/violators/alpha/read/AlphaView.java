package org.campaignledger.architecture.violators.alpha.read;

import org.campaignledger.architecture.violators.alpha.write.AlphaDecides;
import org.campaignledger.architecture.violators.beta.write.BetaDecides;

/** Violates rules 1 and 2: a view that knows what is written, in its own slice and in another. */
public record AlphaView(String name, Class<AlphaDecides> own, BetaDecides other) {

    /** What another slice would decide. */
    public String foreign() {
        return other.name() + AlphaDecides.decide(this).id();
    }
}
