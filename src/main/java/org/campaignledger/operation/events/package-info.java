/** The facts that running the ledger leaves: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.operation.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
