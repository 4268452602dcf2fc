/** Postings to balance: live progress, time travel, explanation. */
@NullMarked
@ApplicationModule
package org.campaignledger.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
