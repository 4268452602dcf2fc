package org.campaignledger.platform.web.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.security.NotVouchedFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class OidcSettingsTest {

    private static MockEnvironment configured() {
        return new MockEnvironment().withProperty("ledger.oidc.issuer", "https://id.example/realm")
                .withProperty("ledger.oidc.client-id", "ledger").withProperty("ledger.oidc.client-secret",
                        "hush-hush-1")
                .withProperty("ledger.oidc.claims.role", "realm_access.roles")
                .withProperty("ledger.oidc.roles.[填报员]", "REPORTER")
                .withProperty("ledger.oidc.roles.jury", "JUDGE");
    }

    @ParameterizedTest
    @CsvSource({"issuer,http://id.example,https", "roles.boss,ADMIN,ADMIN", "roles.boss,SYSTEM,nobody becomes",
            "audience,ledger,must differ", "client-id,'',missing"})
    void whatWouldOpenTooMuchIsRefusedAtTheStart(String name, String value, String message) {
        assertThatThrownBy(() -> OidcSettings.of(configured().withProperty("ledger.oidc." + name, value)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ledger.oidc.")
                .hasMessageContaining(message);
    }

    @Test
    void itsSecretIsNotPrinted() {
        assertThat(OidcSettings.of(configured()).toString()).doesNotContain("hush");
    }

    @Test
    void claimsAreReadWhereTheyStand() {
        Claims claims = new Claims(OidcSettings.of(configured()));
        VouchedFor person = claims.read(Map.of("sub", "s-1", "preferred_username", "mei", "realm_access",
                Map.of("roles", List.of("offline_access", "填报员")), "scope_code", "FJ"));
        assertThat(person).isEqualTo(new VouchedFor("https://id.example/realm", "s-1", "mei", Role.REPORTER, "FJ",
                null));
        assertThat(claims.read(Map.of("sub", "s-1")).role()).isNull();
        assertThat(claims.read(Map.of("realm_access", "no map")).role()).isNull();
    }

    @Test
    void whatStandsForTwoStandsForNone() {
        Claims claims = new Claims(OidcSettings.of(configured()));
        assertThatThrownBy(() -> claims.read(Map.of("sub", "s-1", "realm_access", Map.of("roles", List.of("填报员",
                "jury"))))).isInstanceOf(NotVouchedFor.class);
        assertThatThrownBy(() -> claims.read(Map.of("sub", "s-1", "scope_code", List.of("FJ", "GD"))))
                .isInstanceOf(NotVouchedFor.class);
    }
}
