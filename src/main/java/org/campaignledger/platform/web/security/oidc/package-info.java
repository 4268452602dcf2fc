/** Sign-in by an issuer (OpenID Connect) and its bearer tokens; nothing of it exists unless an issuer is configured. */
@NullMarked
package org.campaignledger.platform.web.security.oidc;

import org.jspecify.annotations.NullMarked;
