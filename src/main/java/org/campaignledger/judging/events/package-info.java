/** What happens while works are judged: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.judging.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
