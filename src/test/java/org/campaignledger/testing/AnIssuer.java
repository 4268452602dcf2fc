package org.campaignledger.testing;

import static org.springframework.security.config.Customizer.withDefaults;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** A real authorization server on this machine, with people whose claims a test may change. */
public final class AnIssuer implements AutoCloseable {

    /** Name and secret of its one client. */
    public static final String CLIENT = "ledger";

    /** Of everybody there. */
    public static final String PASSWORD = "at-the-issuer-1";

    private final ConfigurableApplicationContext context;
    private final Home home;

    private AnIssuer(ConfigurableApplicationContext context, Home home) {
        this.context = context;
        this.home = home;
    }

    /** Starts it on this port; its client may be sent back to this address. */
    public static AnIssuer at(int port, String back) {
        Home home = new Home(anotherKey(), back, new ConcurrentHashMap<>());
        SpringApplication application = new SpringApplication(Behind.class);
        application.addInitializers(starting -> starting.getBeanFactory().registerSingleton("home", home));
        return new AnIssuer(application.run("--server.port=" + port, "--logging.level.root=warn",
                "--spring.main.banner-mode=off"), home);
    }

    /** What it tells of a person from now on: claims by name; {@code sub} where it is not the name they sign in with. */
    public void says(String person, Map<String, Object> claims) {
        home.people.put(person, claims);
    }

    /** The key with which it signs. */
    public RSAKey key() {
        return home.key;
    }

    /** A key like its own. */
    public static RSAKey anotherKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private record Home(RSAKey key, String back, Map<String, Map<String, Object>> people) {}

    /** No stereotype on it: the scan of the whole product in other tests must not find it. */
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
            SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class})
    static class Behind {

        @Bean
        @Order(1)
        static SecurityFilterChain protocol(HttpSecurity http) {
            http.oauth2AuthorizationServer(server -> {
                http.securityMatcher(server.getEndpointsMatcher());
                server.oidc(withDefaults());
            });
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(handling -> handling.authenticationEntryPoint(
                            new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        static SecurityFilterChain people(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable).formLogin(withDefaults()).build();
        }

        @Bean
        static UserDetailsService persons(Home home) {
            return name -> person(home, name);
        }

        private static UserDetails person(Home home, String name) {
            if (!home.people.containsKey(name)) {
                throw new org.springframework.security.core.userdetails.UsernameNotFoundException(name);
            }
            return User.withUsername(name).password("{noop}" + PASSWORD).authorities("PERSON").build();
        }

        @Bean
        static RegisteredClientRepository clients(Home home) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1").clientId(CLIENT)
                    .clientSecret("{noop}" + CLIENT)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(home.back)
                    .scope("openid").scope("profile")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).build()).build());
        }

        @Bean
        static JWKSource<SecurityContext> keys(Home home) {
            return new ImmutableJWKSet<>(new JWKSet(home.key));
        }

        @Bean
        static JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        static AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        static OAuth2TokenCustomizer<JwtEncodingContext> claims(Home home) {
            return context -> home.people.getOrDefault(nameOf(context), Map.of())
                    .forEach((name, value) -> context.getClaims().claim(name, value));
        }

        private static String nameOf(JwtEncodingContext context) {
            Authentication person = context.getPrincipal();
            return person == null ? "" : person.getName();
        }
    }
}
