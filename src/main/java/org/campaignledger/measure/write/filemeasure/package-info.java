/** Filing a measure. */
@NullMarked
package org.campaignledger.measure.write.filemeasure;

import org.jspecify.annotations.NullMarked;
