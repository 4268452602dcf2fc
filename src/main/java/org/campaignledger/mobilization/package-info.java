/** Grass-roots unions mobilised. */
@NullMarked
@ApplicationModule
package org.campaignledger.mobilization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
