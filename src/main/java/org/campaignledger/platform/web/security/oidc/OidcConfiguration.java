package org.campaignledger.platform.web.security.oidc;

import java.time.InstantSource;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.web.security.IssuerSignIn;
import org.campaignledger.platform.web.security.JwtTokens;
import org.campaignledger.platform.web.security.Standings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** What an issuer needs, where one is configured. Nobody is asked for anything at the start. */
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    /** An issuer is named. */
    static class OfAnIssuer implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return given(context.getEnvironment(), "issuer");
        }
    }

    /** An issuer is named, and this ledger is a client of it. */
    static class ForBrowsers extends OfAnIssuer {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return super.matches(context, metadata) && given(context.getEnvironment(), "client-id");
        }
    }

    private static boolean given(Environment environment, String name) {
        return !environment.getProperty("ledger.oidc." + name, "").isBlank();
    }

    /** What both ways share. */
    record Parts(OidcSettings settings, Issuer issuer, Claims claims, VouchedSignIn people) {}

    @Bean
    @Conditional(OfAnIssuer.class)
    Parts oidcParts(Environment environment, VouchedAccounts accounts, Standings standings) {
        OidcSettings settings = OidcSettings.of(environment);
        return new Parts(settings, new Issuer(settings), new Claims(settings), new VouchedSignIn(accounts, standings));
    }

    @Bean
    @Conditional(OfAnIssuer.class)
    JwtTokens issuerJwts(Parts parts) {
        return new IssuerJwts(parts.issuer(), parts.claims(), parts.people());
    }

    @Bean
    @Conditional(ForBrowsers.class)
    IssuerSignIn issuerSignIn(Parts parts, LedgerKeys keys, InstantSource clock) {
        return new OidcSignIn(parts.settings(), parts.issuer(), new AskedOfTheIssuer(keys.keyFor("oidc"), clock),
                parts.claims(), parts.people());
    }
}
