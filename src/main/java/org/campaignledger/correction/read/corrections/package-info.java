/** The register of corrections, and each of them with its effect. */
@NullMarked
package org.campaignledger.correction.read.corrections;

import org.jspecify.annotations.NullMarked;
