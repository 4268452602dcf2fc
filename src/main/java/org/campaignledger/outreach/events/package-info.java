/** The facts that the outreach slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.outreach.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
