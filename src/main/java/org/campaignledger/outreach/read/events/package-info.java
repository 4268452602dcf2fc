/** The register of outreach events held. */
@NullMarked
package org.campaignledger.outreach.read.events;

import org.jspecify.annotations.NullMarked;
