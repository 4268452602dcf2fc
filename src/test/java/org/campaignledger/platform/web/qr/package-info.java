/** Codes for cameras, read again. */
@NullMarked
package org.campaignledger.platform.web.qr;

import org.jspecify.annotations.NullMarked;
