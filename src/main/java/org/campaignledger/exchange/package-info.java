/** What comes in and goes out in sheets and documents: imports, exports, the summing-up. Knows no slice. */
@NullMarked
@ApplicationModule
package org.campaignledger.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
