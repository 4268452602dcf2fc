/** The register of measures filed, and their documents. */
@NullMarked
package org.campaignledger.measure.read.measures;

import org.jspecify.annotations.NullMarked;
