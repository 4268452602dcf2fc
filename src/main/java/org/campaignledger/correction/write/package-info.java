/** Deciding on corrections: asking for one, previewing it, approving, rejecting, withdrawing. */
@NullMarked
package org.campaignledger.correction.write;

import org.jspecify.annotations.NullMarked;
