package org.campaignledger.platform.web.security.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.campaignledger.platform.web.security.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The browser comes back from the issuer with a code: it is exchanged, and whoever it vouches for is signed in. */
final class ReturnFromTheIssuer extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/login/oidc-return";

    private final Issuer issuer;
    private final AskedOfTheIssuer asked;
    private final AuthenticationProvider exchange;
    private final Claims claims;
    private final VouchedSignIn people;

    ReturnFromTheIssuer(Issuer issuer, AskedOfTheIssuer asked, AuthenticationProvider exchange, Claims claims,
            VouchedSignIn people) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, PATH));
        this.issuer = issuer;
        this.asked = asked;
        this.exchange = exchange;
        this.claims = claims;
        this.people = people;
        setAuthenticationManager(new ProviderManager(exchange));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = asked.removeAuthorizationRequest(request, response);
        String code = request.getParameter("code");
        String state = request.getParameter("state");
        ClientRegistration registration = issuer.known().registration();
        if (begun == null || code == null || state == null || registration == null) {
            throw new BadCredentialsException("nothing was asked, or nothing came of it");
        }
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code).state(state)
                .redirectUri(Objects.requireNonNull(begun.getRedirectUri())).build();
        Authentication vouched = exchange.authenticate(new OAuth2LoginAuthenticationToken(registration,
                new OAuth2AuthorizationExchange(begun, answer)));
        if (vouched == null || !(vouched.getPrincipal() instanceof OidcUser person)) {
            throw new BadCredentialsException("not what tells who signed in");
        }
        SignedIn who = people.signIn(claims.read(person.getIdToken().getClaims()));
        return UsernamePasswordAuthenticationToken.authenticated(who, null,
                List.of(new SimpleGrantedAuthority("ROLE_" + who.actor().role())));
    }
}
