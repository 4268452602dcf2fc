/** What sheets are to the slices: the columns of a register, and what one row of it means. Knows no slice. */
@NullMarked
package org.campaignledger.platform.exchange;

import org.jspecify.annotations.NullMarked;
