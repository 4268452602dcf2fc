/** Judgings as they stand: progress, assignments, rankings, agreement, awards. */
@NullMarked
package org.campaignledger.judging.read;

import org.jspecify.annotations.NullMarked;
