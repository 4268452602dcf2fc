/** The facts that erasing and revealing leave: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.privacy.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
