/** The showcase as a list, work by work, and as feeds. */
@NullMarked
package org.campaignledger.showcase.read;

import org.jspecify.annotations.NullMarked;
