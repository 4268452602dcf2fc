/** Erasing and revealing personal data, on the record. */
@NullMarked
@ApplicationModule
package org.campaignledger.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
