/** The facts that the correction slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.correction.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
