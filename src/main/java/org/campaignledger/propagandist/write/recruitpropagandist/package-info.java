/** Recruiting a propagandist. */
@NullMarked
package org.campaignledger.propagandist.write.recruitpropagandist;

import org.jspecify.annotations.NullMarked;
