/** In and out: sheets, exports, the summing-up. Knows the platform and the contract at the door, and no other slice. */
@NullMarked
@ApplicationModule
package org.campaignledger.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
