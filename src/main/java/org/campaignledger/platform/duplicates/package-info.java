/** What slices tell of their records so that likely duplicates among them can be found; pure but for the reading. */
@NullMarked
package org.campaignledger.platform.duplicates;

import org.jspecify.annotations.NullMarked;
