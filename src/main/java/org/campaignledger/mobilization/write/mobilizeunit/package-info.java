/** Mobilising a grass-roots union. */
@NullMarked
package org.campaignledger.mobilization.write.mobilizeunit;

import org.jspecify.annotations.NullMarked;
