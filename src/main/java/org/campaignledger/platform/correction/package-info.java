/**
 * What slices and the correction slice agree on: what an amendment, a reversal or a revision of something would do, who
 * may decide on it, and what it does to the figures. Knows no slice.
 */
@NullMarked
package org.campaignledger.platform.correction;

import org.jspecify.annotations.NullMarked;
