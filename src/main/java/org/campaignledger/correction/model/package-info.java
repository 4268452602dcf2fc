/** A correction as its events have made it, and what it would do now. */
@NullMarked
package org.campaignledger.correction.model;

import org.jspecify.annotations.NullMarked;
