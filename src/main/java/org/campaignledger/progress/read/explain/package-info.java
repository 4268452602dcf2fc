/** The postings behind one figure, with their sum. */
@NullMarked
package org.campaignledger.progress.read.explain;

import org.jspecify.annotations.NullMarked;
