/** Progress pushed to whoever looks on: each change made into bytes once, however many there are. */
@NullMarked
package org.campaignledger.progress.read.stream;

import org.jspecify.annotations.NullMarked;
