/** The facts that the mobilization slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.mobilization.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
