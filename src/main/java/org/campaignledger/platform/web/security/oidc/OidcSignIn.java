package org.campaignledger.platform.web.security.oidc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.platform.web.security.IssuerSignIn;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.client.RestClient;

/**
 * The way of a browser to the issuer and back: authorization code with PKCE, state and nonce. What comes of it is the
 * session that a password would have made.
 */
final class OidcSignIn implements IssuerSignIn {

    private final OidcSettings settings;
    private final Issuer issuer;
    private final AskedOfTheIssuer asked;
    private final Claims claims;
    private final VouchedSignIn people;

    OidcSignIn(OidcSettings settings, Issuer issuer, AskedOfTheIssuer asked, Claims claims, VouchedSignIn people) {
        this.settings = settings;
        this.issuer = issuer;
        this.asked = asked;
        this.claims = claims;
        this.people = people;
    }

    @Override
    public void addTo(HttpSecurity http, AuthenticationSuccessHandler then) {
        http.with(new Filters(then), filters -> {});
    }

    /** Made when everything that they share with the other way in is there. */
    private final class Filters extends AbstractHttpConfigurer<Filters, HttpSecurity> {

        private final AuthenticationSuccessHandler then;

        Filters(AuthenticationSuccessHandler then) {
            this.then = then;
        }

        @Override
        public void configure(HttpSecurity http) {
            ReturnFromTheIssuer back = new ReturnFromTheIssuer(issuer, asked, exchange(), claims, people);
            back.setAuthenticationSuccessHandler(then);
            back.setAuthenticationFailureHandler(new BackToTheSignIn());
            back.setSecurityContextRepository(Objects.requireNonNull(http.getSharedObject(
                    SecurityContextRepository.class)));
            back.setSessionAuthenticationStrategy(Objects.requireNonNull(http.getSharedObject(
                    SessionAuthenticationStrategy.class)));
            http.addFilterBefore(back, UsernamePasswordAuthenticationFilter.class);
            http.addFilterBefore(there(), ReturnFromTheIssuer.class);
        }
    }

    private OAuth2AuthorizationRequestRedirectFilter there() {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(issuer,
                "/login/oidc");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> {
                    if (!settings.prompt().isEmpty()) {
                        request.additionalParameters(Map.of("prompt", settings.prompt()));
                    }
                }));
        OAuth2AuthorizationRequestRedirectFilter filter = new OAuth2AuthorizationRequestRedirectFilter(resolver);
        filter.setAuthorizationRequestRepository(asked);
        filter.setAuthenticationFailureHandler(new BackToTheSignIn());
        return filter;
    }

    /** The library's: it checks state, signature, issuer, audience, time and nonce. */
    private AuthenticationProvider exchange() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder().requestFactory(issuer.requests())
                .configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        OidcAuthorizationCodeAuthenticationProvider exchange = new OidcAuthorizationCodeAuthenticationProvider(codes,
                request -> new DefaultOidcUser(List.of(), request.getIdToken()));
        exchange.setJwtDecoderFactory(registration -> Objects.requireNonNull(issuer.known().signedIn()));
        return exchange;
    }
}
