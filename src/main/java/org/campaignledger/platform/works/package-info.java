/** Works: files that people submit, kept under the digest of their bytes and known by what the bytes are. Knows no slice. */
@NullMarked
package org.campaignledger.platform.works;

import org.jspecify.annotations.NullMarked;
