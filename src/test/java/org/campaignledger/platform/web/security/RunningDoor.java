package org.campaignledger.platform.web.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.RefusalConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The door of the product on a running Tomcat, with accounts in memory and little behind it. */
final class RunningDoor implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    /** The code of everybody's app. */
    static final String CODE = "123456";

    final FakeAccounts accounts;
    final FakeTokens tokens;
    final FakeSessions sessions;
    final CountingPasswords passwords;
    final Standings standings;
    private final ServletWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningDoor(String... more) {
        SpringApplication application = new SpringApplication(Behind.class);
        context = (ServletWebServerApplicationContext) application.run(Stream.concat(Arrays.stream(more), Stream.of(
                "--server.port=0", "--logging.level.org.campaignledger=warn",
                // Its tests fail on purpose, many times within seconds and all for the same account.
                "--ledger.limits.sign-in.pair=20", "--ledger.limits.sign-in.account=100",
                "--ledger.limits.sign-in.address=1000", "--ledger.processing.projections=")).toArray(String[]::new));
        accounts = context.getBean(FakeAccounts.class);
        tokens = context.getBean(FakeTokens.class);
        sessions = context.getBean(FakeSessions.class);
        passwords = context.getBean(CountingPasswords.class);
        standings = context.getBean(Standings.class);
        PasswordHash hash = passwords.hash(PASSWORD);
        accounts.open("admin", Role.ADMIN, null, hash);
        accounts.open("fj", Role.REPORTER, "FJ", hash);
    }

    /** A request to this path, to be completed. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)));
    }

    String address(String path) {
        return "http://localhost:" + java.util.Objects.requireNonNull(context.getWebServer()).getPort() + path;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String basic(String username, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(
                StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    /** Counts what is really verified. */
    static final class CountingPasswords extends Passwords {

        final AtomicInteger verified = new AtomicInteger();

        @Override
        boolean matches(String password, @Nullable PasswordHash hash, BooleanSupplier known) {
            return super.matches(password, hash, () -> {
                boolean already = known.getAsBoolean();
                verified.addAndGet(already ? 0 : 1);
                return already;
            });
        }
    }

    /** No stereotype on it: the scan of the whole product in other tests must not find it. */
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class, SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class})
    @Import({SecurityConfiguration.class, PasswordSignIn.class, SignInThrottle.class, Standings.class,
            TokenSignIn.class,
            TokenStandings.class, RefusalConfiguration.class})
    static class Behind {

        @Bean
        static FakeAccounts accounts() {
            return new FakeAccounts();
        }

        @Bean
        static FakeTokens tokens() {
            return new FakeTokens();
        }

        @Bean
        static CountingPasswords passwords() {
            return new CountingPasswords();
        }

        @Bean
        static FakeSessions sessions() {
            return new FakeSessions();
        }

        /** One code is right, for everybody. */
        @Bean
        static SecondFactors secondFactors() {
            return (account, code) -> code.equals(CODE);
        }

        /** Rooms that say who is in them. */
        @Bean
        static RouterFunction<ServerResponse> rooms() {
            RouterFunctions.Builder routes = RouterFunctions.route();
            for (String path : new String[]{"/", "/desk", "/css/page.css", "/login", "/login/code",
                    "/api/v1/entries/me",
                    "/api/v1/campaigns",
                    "/api/v1/accounts"}) {
                routes.GET(path, request -> who());
            }
            routes.POST("/api/v1/campaigns/2019/events", request -> who());
            routes.GET("/record", request -> ServerResponse.ok().body(((CsrfToken) request.servletRequest()
                    .getAttribute(CsrfToken.class.getName())).getToken()));
            return routes.build();
        }

        private static ServerResponse who() {
            return ServerResponse.ok().body("<" + CurrentActor.get().account() + ">");
        }
    }
}
