/** People recruited as propagandists. */
@NullMarked
@ApplicationModule
package org.campaignledger.propagandist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
