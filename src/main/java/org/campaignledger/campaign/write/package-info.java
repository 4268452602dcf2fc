/** Deciding on a campaign: pure rules, and the thin shell that Axon sees. */
@NullMarked
package org.campaignledger.campaign.write;

import org.jspecify.annotations.NullMarked;
