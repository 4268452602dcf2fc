/** The description of the door for programs, where the library left to itself would describe something else. */
@NullMarked
package org.campaignledger.platform.web.description;

import org.jspecify.annotations.NullMarked;
