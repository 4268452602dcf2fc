/** What every slice speaks of: positions, postings, claims, normal forms, refusals. The JDK and nothing else. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.campaignledger.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
