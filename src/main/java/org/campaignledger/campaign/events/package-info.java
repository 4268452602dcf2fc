/** The facts that the campaign slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.campaign.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
