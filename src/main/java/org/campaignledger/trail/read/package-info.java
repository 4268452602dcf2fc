/** The trail as a list, as a stream, and event by event. */
@NullMarked
package org.campaignledger.trail.read;

import org.jspecify.annotations.NullMarked;
