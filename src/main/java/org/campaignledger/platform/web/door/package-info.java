/** The door: commands come in once whatever is repeated, answers say which position they reflect. */
@NullMarked
package org.campaignledger.platform.web.door;

import org.jspecify.annotations.NullMarked;
