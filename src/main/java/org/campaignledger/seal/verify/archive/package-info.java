/** What only an archive has: its names, its manifest, earlier checkpoints, attachments. */
@NullMarked
package org.campaignledger.seal.verify.archive;

import org.jspecify.annotations.NullMarked;
