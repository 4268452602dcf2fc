/** Duplicates found late: which records are likely to be one, listed for those who may have them merged. */
@NullMarked
package org.campaignledger.correction.duplicates;

import org.jspecify.annotations.NullMarked;
