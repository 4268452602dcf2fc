/** What the correction slice does by itself. */
@NullMarked
package org.campaignledger.correction.automation;

import org.jspecify.annotations.NullMarked;
