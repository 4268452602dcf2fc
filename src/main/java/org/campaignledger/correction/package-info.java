/** Putting right what the ledger holds: maker and checker, and what is likely to need it. */
@NullMarked
@ApplicationModule
package org.campaignledger.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
