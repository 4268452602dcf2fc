/** The audit trail: every ledger event, whole, in the order of commit. */
@NullMarked
@ApplicationModule
package org.campaignledger.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
