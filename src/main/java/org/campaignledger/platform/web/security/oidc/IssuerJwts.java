package org.campaignledger.platform.web.security.oidc;

import org.campaignledger.platform.web.security.InvalidToken;
import org.campaignledger.platform.web.security.JwtTokens;
import org.campaignledger.platform.web.security.NotVouchedFor;
import org.campaignledger.platform.web.security.SignedIn;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Bearer tokens of the issuer: with the same claims, for the same accounts as in a browser. */
final class IssuerJwts implements JwtTokens {

    private final Issuer issuer;
    private final Claims claims;
    private final VouchedSignIn people;

    IssuerJwts(Issuer issuer, Claims claims, VouchedSignIn people) {
        this.issuer = issuer;
        this.claims = claims;
        this.people = people;
    }

    @Override
    public SignedIn who(String jwt) {
        JwtDecoder decoder = issuer.known().bearer();
        if (decoder == null) {
            throw new InvalidToken();
        }
        Jwt read;
        try {
            read = decoder.decode(jwt);
        } catch (BadJwtException bad) {
            throw new InvalidToken();
        } catch (JwtException keysAway) {
            throw new IssuerAway();
        }
        try {
            return people.signIn(claims.read(read.getClaims()));
        } catch (NotVouchedFor not) {
            throw not.code().equals(VouchedSignIn.DISABLED) ? new InvalidToken() : not;
        }
    }
}
