/** What the judging slice does by itself. */
@NullMarked
package org.campaignledger.judging.automation;

import org.jspecify.annotations.NullMarked;
