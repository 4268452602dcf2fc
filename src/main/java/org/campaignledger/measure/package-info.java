/** Measures: what units and hosts did for each requirement of the notice. */
@NullMarked
@ApplicationModule
package org.campaignledger.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
