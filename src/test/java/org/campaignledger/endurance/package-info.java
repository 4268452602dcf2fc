/** The real service in a process of its own, under load, killed and brought back: what it acknowledged is there. */
@NullMarked
package org.campaignledger.endurance;

import org.jspecify.annotations.NullMarked;
