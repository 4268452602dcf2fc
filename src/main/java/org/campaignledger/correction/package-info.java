/**
 * Corrective commands: asked for by one, decided by another, their effect seen beforehand (rules 18 to 22). Knows what
 * can be corrected by {@code platform.correction} alone, and no other slice.
 */
@NullMarked
package org.campaignledger.correction;

import org.jspecify.annotations.NullMarked;
