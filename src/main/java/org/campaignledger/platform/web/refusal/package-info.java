/** Says no: every refusal and failure below {@code /api/v1} and {@code /log} becomes a problem document (RFC 9457). */
@NullMarked
package org.campaignledger.platform.web.refusal;

import org.jspecify.annotations.NullMarked;
