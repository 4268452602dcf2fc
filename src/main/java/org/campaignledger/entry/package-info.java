/** Works of the collection: submitted, checked, recommended, disqualified; their categories' contacts. */
@NullMarked
@ApplicationModule
package org.campaignledger.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
