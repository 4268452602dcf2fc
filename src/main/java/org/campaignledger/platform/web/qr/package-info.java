/** Codes for cameras. */
@NullMarked
package org.campaignledger.platform.web.qr;

import org.jspecify.annotations.NullMarked;
