package org.campaignledger.platform.web.security.oidc;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.campaignledger.kernel.Role;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The issuer as configured ({@code ledger.oidc.*}).
 *
 * @param issuer       its identifier, an address
 * @param clientId     of this ledger there; empty where no browser signs in by it
 * @param clientSecret of this ledger there; empty for a public client
 * @param audience     that bearer tokens must be for; empty where none are taken
 * @param prompt       what it asks of whoever signs in, such as {@code login}; empty for what is usual there
 * @param username     path of the claim that names the account
 * @param role         path of the claim that names the role
 * @param scope        path of the claim with the unit or category
 * @param unit         path of the claim with the unit of a HOST
 * @param roles        which role a value of the role's claim stands for
 */
record OidcSettings(String issuer, String clientId, String clientSecret, String audience, String prompt,
        String username,
        String role, String scope, String unit, Map<String, Role> roles) {

    private static final String PREFIX = "ledger.oidc.";
    private static final Set<Role> GIVEN = Set.of(Role.REPORTER, Role.HOST, Role.JUDGE, Role.AUDITOR);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * What stands in the configuration.
     *
     * @throws IllegalArgumentException a value can't be taken; the message says which, and why
     */
    static OidcSettings of(Environment environment) {
        Map<String, Role> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        roles.putAll(Binder.get(environment).bind(PREFIX + "roles", Bindable.mapOf(String.class, Role.class))
                .orElseGet(Map::of));
        OidcSettings settings = new OidcSettings(text(environment, "issuer", ""), text(environment, "client-id", ""),
                text(environment, "client-secret", ""), text(environment, "audience", ""),
                text(environment, "prompt", ""), text(environment, "claims.username", "preferred_username"),
                text(environment, "claims.role", "role"), text(environment, "claims.scope", "scope_code"),
                text(environment, "claims.unit", "unit_code"), roles);
        settings.check();
        return settings;
    }

    private void check() {
        URI address = URI.create(issuer);
        must("https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.contains(Objects.requireNonNullElse(
                        address.getHost(), "")),
                "issuer must be an https address");
        roles.forEach((value, given) -> must(GIVEN.contains(given), "roles." + value
                + " must be REPORTER, HOST, JUDGE or AUDITOR: nobody becomes an ADMIN on an issuer's word"));
        must(audience.isEmpty() || !audience.equals(clientId),
                "audience must differ from client-id, or tokens that tell who signed in would open the API");
        must(!clientId.isEmpty() || !audience.isEmpty(), "client-id or audience is missing");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(PREFIX + what);
        }
    }

    private static String text(Environment environment, String name, String otherwise) {
        String given = environment.getProperty(PREFIX + name, "").strip();
        return given.isEmpty() ? otherwise : given;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
