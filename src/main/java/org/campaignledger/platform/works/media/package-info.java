/** What a file is, from its bytes alone, and what in it may not be shown to just anybody. */
@NullMarked
package org.campaignledger.platform.works.media;

import org.jspecify.annotations.NullMarked;
