package org.campaignledger.platform.web.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.campaignledger.platform.web.door.HeaderText;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Three ways in, told apart by what a request brings: files of the pages for everyone, programs by their Authorization
 * header, browsers by their session. They never mix: a request with credentials is not also served on a session.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final RequestMatcher FILES = any("/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.svg");
    private static final RequestMatcher PAGES = new NegatedRequestMatcher(
            any("/api/**", "/actuator/**", "/v3/**", "/log/**"));
    private static final String LOGIN = "/login";

    private final NotSignedIn notSignedIn;
    private final NotAllowed notAllowed;
    private final Framing framing;

    SecurityConfiguration(RefusalWriter writer, Standings standings,
            @Value("${ledger.embed.frame-ancestors:*}") String frameAncestors) {
        this.framing = new Framing(frameAncestors);
        this.notSignedIn = new NotSignedIn(writer, standings);
        this.notAllowed = new NotAllowed(writer, PAGES);
    }

    /** As Spring's own, but that headers may be UTF-8 (API, "Idempotency-Key"): no byte of a character is judged alone. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(HeaderText.meant(
                value)));
        return firewall;
    }

    @Bean
    AuthenticationManager authenticationManager(PasswordSignIn passwords, TokenSignIn tokens) {
        return new ProviderManager(passwords, tokens);
    }

    /** Requests are timed as a whole; a measurement of every filter and decision costs more than these themselves. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** Metrics for whoever collects them. */
    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http, @Value("${ledger.metrics-token:}") String token) {
        return http.securityMatcher(new MetricsToken(token))
                .headers(headers -> Headers.personal(headers, framing))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The same for everyone, and to be kept by caches. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(FILES)
                .headers(headers -> Headers.common(headers, framing))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Credentials with every request; no session, hence nothing that another site could borrow. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, AuthenticationManager manager, Standings standings) {
        ProgramsSignIn basic = new ProgramsSignIn(new PasswordAlone(manager, standings), notSignedIn);
        return http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .headers(headers -> Headers.personal(headers, framing))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new RefusalsAreWrittenDown(), SecurityContextHolderFilter.class)
                .addFilterAt(basic, BasicAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(notAllowed))
                .authorizeHttpRequests(SecurityConfiguration::door)
                .build();
    }

    /** A session by form, and everyone who is not signed in. */
    @Bean
    @Order(3)
    SecurityFilterChain browsers(HttpSecurity http, AuthenticationManager manager, Standings standings,
            SignInSessions table, SecondFactors factors, Environment environment,
            ObjectProvider<EndedSessions> endedSessions, ObjectProvider<IssuerSignIn> issuer) {
        RequestCache asked = new PageAskedFor(new AndRequestMatcher(pathPattern(HttpMethod.GET, "/**"), PAGES));
        EndedSessions ended = endedSessions.getIfAvailable();
        StoredSessions sessions = new StoredSessions(table, standings, ended);
        ToWhatWaits further = new ToWhatWaits(asked, sessions, ended);
        issuer.ifAvailable(one -> one.addTo(http, further));
        return http.authenticationManager(manager)
                .headers(headers -> Headers.personal(headers, framing))
                .securityContext(context -> context.securityContextRepository(sessions))
                // No servlet session is ever begun: what is known of a browser stands in the table of sessions.
                .sessionManagement(servlet -> servlet.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new RefusalsAreWrittenDown(), SecurityContextHolderFilter.class)
                .addFilterAfter(new SessionsEndWithTheirAccount(sessions, standings, notSignedIn),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new SecondStep(sessions, standings, factors, new SignInThrottle(environment), further),
                        CsrfFilter.class)
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(new CsrfIsAskedOfBrowsers())
                        .csrfTokenRepository(new TokenCookie())
                        .csrfTokenRequestHandler(new CsrfTokensForFormsAndScripts()))
                .requestCache(cache -> cache.requestCache(asked))
                .formLogin(form -> form.loginPage(LOGIN).successHandler(further)
                        .failureHandler(new BackToTheForm(standings)))
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .exceptionHandling(handling -> handling.accessDeniedHandler(notAllowed)
                        .defaultAuthenticationEntryPointFor(new SignInForTheForm(LOGIN, ended), PAGES)
                        .defaultAuthenticationEntryPointFor(notSignedIn, new NegatedRequestMatcher(PAGES)))
                .authorizeHttpRequests(SecurityConfiguration::door)
                .build();
    }

    /** What goes on inside after a request was let in (an error page, the end of an asynchronous answer) passes. */
    private static void door(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry r) {
        r.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll()
                .anyRequest().access(new Doorkeeper());
    }

    private static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns).<RequestMatcher>map(
                pattern -> pathPattern(pattern)).toList());
    }
}
