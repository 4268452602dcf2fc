/** The facts that the measure slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.measure.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
