/** Sign-in and the door, each part alone and together behind a running server. */
@NullMarked
package org.campaignledger.platform.web.security;

import org.jspecify.annotations.NullMarked;
