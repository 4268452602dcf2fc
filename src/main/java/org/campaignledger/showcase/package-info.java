/** What the public sees of the works: recommended ones where so chosen, and awarded ones; with feeds for other sites. */
@NullMarked
@ApplicationModule
package org.campaignledger.showcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
