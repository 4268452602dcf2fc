/** Two points in time side by side. */
@NullMarked
package org.campaignledger.progress.read.compare;

import org.jspecify.annotations.NullMarked;
