/** What corrections would do, worked out from the records as they stand: for previews, reviews and decisions alike. */
@NullMarked
package org.campaignledger.correction.plan;

import org.jspecify.annotations.NullMarked;
