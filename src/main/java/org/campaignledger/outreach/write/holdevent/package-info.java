/** Recording an enterprise visit or an offline event. */
@NullMarked
package org.campaignledger.outreach.write.holdevent;

import org.jspecify.annotations.NullMarked;
