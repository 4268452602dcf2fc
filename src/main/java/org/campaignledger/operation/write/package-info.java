/** Giving up on a dead letter, on the record. */
@NullMarked
package org.campaignledger.operation.write;

import org.jspecify.annotations.NullMarked;
