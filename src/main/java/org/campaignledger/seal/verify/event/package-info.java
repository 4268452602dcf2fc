/** Events and the entries that are made of them, held against what was sealed. */
@NullMarked
package org.campaignledger.seal.verify.event;

import org.jspecify.annotations.NullMarked;
