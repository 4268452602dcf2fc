/** Small valid works made here, for tests and the demo season: nothing of anybody else's is in them. */
@NullMarked
package org.campaignledger.platform.works.made;

import org.jspecify.annotations.NullMarked;
