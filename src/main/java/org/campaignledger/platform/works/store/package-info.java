/** Where the bytes of works are kept, under their SHA-256: a folder, or an object store that speaks S3. */
@NullMarked
package org.campaignledger.platform.works.store;

import org.jspecify.annotations.NullMarked;
