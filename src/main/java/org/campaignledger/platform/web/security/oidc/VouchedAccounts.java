package org.campaignledger.platform.web.security.oidc;

import java.util.Optional;
import org.campaignledger.kernel.Refused;

/** The accounts of those whom an issuer vouches for; implemented by the account slice. */
public interface VouchedAccounts {

    /** The account that a subject was first signed in with; by the SHA-256 of issuer and subject, lower-case hex. */
    Optional<String> accountOf(String subject);

    /**
     * Opens an account for a person who has none, as what the issuer says.
     *
     * @param subject the SHA-256 of issuer and subject, lower-case hex
     * @throws Refused 403 {@code oidc-name-taken}: an account of this name is somebody else's; 422: no account can be
     *                 made of what the issuer says
     */
    void open(VouchedFor person, String subject);
}
