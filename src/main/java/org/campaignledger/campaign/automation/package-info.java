/** What happens to campaigns by itself. */
@NullMarked
package org.campaignledger.campaign.automation;

import org.jspecify.annotations.NullMarked;
