/** What happened to the works of the collection. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.entry.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
