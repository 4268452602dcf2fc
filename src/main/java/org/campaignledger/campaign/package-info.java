/** Campaigns: definition, phases, sub-units, targets and allocations. */
@NullMarked
@ApplicationModule
package org.campaignledger.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
