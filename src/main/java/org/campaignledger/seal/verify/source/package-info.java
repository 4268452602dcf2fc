/** Where a sealed log is read from: a service or an archive. */
@NullMarked
package org.campaignledger.seal.verify.source;

import org.jspecify.annotations.NullMarked;
