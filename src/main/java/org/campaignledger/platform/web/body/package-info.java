/** Reads bodies strictly into records, reports everything that is wrong at once, and gives their canonical form. */
@NullMarked
package org.campaignledger.platform.web.body;

import org.jspecify.annotations.NullMarked;
