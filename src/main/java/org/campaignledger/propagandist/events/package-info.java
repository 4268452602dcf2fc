/** The facts that the propagandist slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.propagandist.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
