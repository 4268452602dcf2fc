package org.campaignledger.architecture.violators.seal.verify;

import org.campaignledger.architecture.violators.platform.Ground;

/** Breaks the verifier's rule: it takes what it verifies with from what it verifies. */
public final class KnowsTheProduct {

    Ground ground() {
        return new Ground();
    }
}
