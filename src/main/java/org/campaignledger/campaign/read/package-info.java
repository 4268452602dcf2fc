/** Campaigns as others see them: their rules, their state, the definitions that are at hand. */
@NullMarked
package org.campaignledger.campaign.read;

import org.jspecify.annotations.NullMarked;
