/** The contract asked from inside: pages are clients of the API like any other, with the rights of who looks at them. */
@NullMarked
package org.campaignledger.platform.web.contract;

import org.jspecify.annotations.NullMarked;
