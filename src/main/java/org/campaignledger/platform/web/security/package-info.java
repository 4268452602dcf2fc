/** Who makes a request, and whether they may come in: sign-in, sessions, roles at the door, security headers. */
@NullMarked
package org.campaignledger.platform.web.security;

import org.jspecify.annotations.NullMarked;
