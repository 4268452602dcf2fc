/** From a command to its append: who asks, what was relied upon, how often it is decided again, what came of it. */
@NullMarked
package org.campaignledger.platform.messaging;

import org.jspecify.annotations.NullMarked;
