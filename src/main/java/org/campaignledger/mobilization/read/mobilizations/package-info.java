/** The register of grass-roots unions mobilised. */
@NullMarked
package org.campaignledger.mobilization.read.mobilizations;

import org.jspecify.annotations.NullMarked;
