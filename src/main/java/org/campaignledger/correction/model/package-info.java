/** A correction as its events have made it. */
@NullMarked
package org.campaignledger.correction.model;

import org.jspecify.annotations.NullMarked;
