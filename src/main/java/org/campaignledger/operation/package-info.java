/** Running the ledger: dead letters, rebuilds, health. */
@NullMarked
@ApplicationModule
package org.campaignledger.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
