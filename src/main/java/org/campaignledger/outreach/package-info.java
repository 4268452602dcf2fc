/** Outreach events held and reach reported. */
@NullMarked
@ApplicationModule
package org.campaignledger.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
