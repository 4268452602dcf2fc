/** What nobody of good will would send, made from the door's own description, and what must not come of it. */
@NullMarked
package org.campaignledger.door.hostile;

import org.jspecify.annotations.NullMarked;
