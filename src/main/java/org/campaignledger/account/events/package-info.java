/** The facts that the account slice records: all that other slices may know of it. */
@NullMarked
@NamedInterface("events")
package org.campaignledger.account.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
