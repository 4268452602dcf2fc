/** How a campaign stood at any position: its definition, targets, phases and sub-units, and its schedule; pure. */
@NullMarked
package org.campaignledger.progress.timeline;

import org.jspecify.annotations.NullMarked;
