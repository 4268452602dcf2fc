/** A reader of MP4 (ISO/IEC 14496-12) that trusts nothing: neither sizes nor counts nor what the headers say. */
@NullMarked
package org.campaignledger.platform.works.media.mp4;

import org.jspecify.annotations.NullMarked;
