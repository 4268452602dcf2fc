/** The dashboard's figures, now and at any point in time. */
@NullMarked
package org.campaignledger.progress.read.progress;

import org.jspecify.annotations.NullMarked;
