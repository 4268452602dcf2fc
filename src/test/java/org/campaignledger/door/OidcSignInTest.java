package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.AnIssuer;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An issuer says who somebody is; what they may do stands in the ledger, and no claim makes it more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcSignInTest {

    private static final String API = "https://ledger.example/api";

    private OwnLedger own;
    private Ledger ledger;
    private AnIssuer issuer;
    private String issuerAddress;
    private String root;
    private Answer awayForPrograms;
    private String awayForBrowsers;

    /** The ledger first: it starts without its issuer, and says so to whoever wants it. */
    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        issuerAddress = "http://localhost:" + port;
        own = OwnLedger.beginning(TestPostgres.freshDatabase(), data, "--ledger.oidc.issuer=" + issuerAddress,
                "--ledger.oidc.client-id=" + AnIssuer.CLIENT, "--ledger.oidc.client-secret=" + AnIssuer.CLIENT,
                "--ledger.oidc.audience=" + API, "--ledger.oidc.claims.role=ledger.role",
                "--ledger.oidc.roles.filler=REPORTER", "--ledger.oidc.roles.reader=AUDITOR",
                "--ledger.oidc.roles.jury=JUDGE");
        ledger = own.ledger();
        ledger.as("fj").reads("mobilizations").isShown(); // an account of the ledger's own, whose name somebody will claim
        root = "http://127.0.0.1:" + ledger.bean(Environment.class).getRequiredProperty("local.server.port");
        awayForPrograms = bearer("a.b.c").reads("mobilizations");
        awayForBrowsers = visitor().opens(root + "/login/oidc/start");
        issuer = AnIssuer.at(port, root + "/login/oidc-return");
        Thread.sleep(2_100); // it is tried again after two seconds
    }

    @AfterAll
    void stop() {
        issuer.close();
        own.close();
    }

    private void says(String person, String name, String role, String scope) {
        issuer.says(person, Map.of("sub", "subject-" + person, "preferred_username", name, "ledger", Map.of("role",
                List.of("other", role)), "scope_code", scope));
    }

    private Desk bearer(String jwt) {
        return ledger.asNobody().sending("Authorization", "Bearer " + jwt);
    }

    private SsoVisitor visitor() {
        return new SsoVisitor(root, issuerAddress);
    }

    @Test
    void theStartDoesNotDependOnItAndLocalAccountsGoOnWithoutIt() {
        awayForPrograms.isRefusedWith(503, "issuer-unavailable");
        assertThat(awayForPrograms.header("Retry-After")).isNotNull();
        assertThat(awayForBrowsers).isEqualTo("/login?oidc=issuer-unavailable");
        ledger.as("fj").reads("mobilizations").isShown();
    }

    @Test
    void theFirstSignInOpensAnAccountAsAFact() {
        says("mei", "mei.fj", "filler", "FJ");
        SsoVisitor mei = visitor();
        assertThat(mei.signsInAs("mei")).isEqualTo("/desk");
        assertThat(mei.last().body()).contains("mei.fj");
        Answer account = ledger.asAdmin().gets("/api/v1/accounts/mei.fj").isShown();
        assertThat(account.at("/role").stringValue()).isEqualTo("REPORTER");
        assertThat(account.at("/scope").stringValue()).isEqualTo("FJ");
        assertThat(account.at("/madeBy").stringValue()).isEqualTo("oidc:" + issuerAddress);
        assertThat(eventsWith("mei.fj")).isEqualTo(1);
        assertThat(eventsWith("subject-mei")).isZero();
        assertThat(visitor().signsInAs("mei")).isEqualTo("/desk");
        assertThat(eventsWith("mei.fj")).isEqualTo(1);
        ledger.asWhoeverIs("mei.fj", AnIssuer.PASSWORD).reads("mobilizations").isRefusedWith(401, "bad-credentials");
    }

    private long eventsWith(String text) {
        return ledger.bean(JdbcClient.class).sql("""
            select count(*) from ledger_event where convert_from(payload, 'UTF8') like :text""")
                .param("text", "%" + text + "%").query(Long.class).single();
    }

    @Test
    void nobodyBecomesAnAdminNorGetsAnAccountOfTheLedgersOwn() throws Exception {
        says("eve", "admin", "filler", "FJ");
        SsoVisitor eve = visitor();
        assertThat(eve.signsInAs("eve")).isEqualTo("/login?oidc=oidc-name-taken");
        assertThat(eve.opens(root + "/desk")).startsWith("/login");
        bearer(jwt(claims("eve", "checker", "filler", "FJ"), issuer.key())).gets("/api/v1/accounts").isRefusedWith(403,
                "oidc-name-taken");
        bearer(jwt(claims("eve", "fj-by-claim", "ADMIN", ""), issuer.key())).gets("/api/v1/accounts").isRefusedWith(403,
                "oidc-no-role");
    }

    @Test
    void aClaimThatChangesClosesTheAccountAndWidensNothing() {
        says("lin", "lin", "filler", "FJ");
        assertThat(visitor().signsInAs("lin")).isEqualTo("/desk");
        says("lin", "lin", "filler", "GD");
        assertThat(visitor().signsInAs("lin")).isEqualTo("/login?oidc=oidc-differs");
        says("lin", "lin", "reader", "FJ");
        assertThat(visitor().signsInAs("lin")).isEqualTo("/login?oidc=oidc-differs");
        says("lin", "lin", "nothing-here", "FJ");
        assertThat(visitor().signsInAs("lin")).isEqualTo("/login?oidc=oidc-no-role");
        says("lin", "another-name", "filler", "FJ");
        SsoVisitor renamed = visitor();
        assertThat(renamed.signsInAs("lin")).isEqualTo("/desk");
        assertThat(renamed.last().body()).contains("lin").doesNotContain("another-name");
    }

    @Test
    void aNameThatIsGivenToSomebodyElseDoesNotComeWithTheAccount() {
        says("old", "desk-7", "filler", "FJ");
        assertThat(visitor().signsInAs("old")).isEqualTo("/desk");
        says("new", "desk-7", "filler", "FJ");
        assertThat(visitor().signsInAs("new")).isEqualTo("/login?oidc=oidc-name-taken");
    }

    @Test
    void aDisabledAccountStaysDisabledWhateverTheIssuerSays() throws Exception {
        says("gao", "gao", "filler", "FJ");
        SsoVisitor gao = visitor();
        assertThat(gao.signsInAs("gao")).isEqualTo("/desk");
        String jwt = jwt(claims("gao", "gao", "filler", "FJ"), issuer.key());
        bearer(jwt).reads("mobilizations").isShown();
        ledger.asAdmin().posts("/api/v1/accounts/gao/disable").isDone();
        assertThat(gao.opens(root + "/desk")).startsWith("/login");
        assertThat(visitor().signsInAs("gao")).isEqualTo("/login?oidc=account-disabled");
        bearer(jwt).reads("mobilizations").isRefusedWith(401, "bad-credentials");
    }

    @Test
    void aScopeThatNoCampaignKnowsOpensNothing() {
        says("far", "far", "filler", "ATLANTIS");
        assertThat(visitor().signsInAs("far")).isEqualTo("/login?oidc=oidc-no-role");
        ledger.asAdmin().gets("/api/v1/accounts/far").isRefusedWith(404, "not-found");
    }

    @Test
    void whoComesBackWithoutHavingBeenSentIsNotSignedIn() {
        says("csr", "csr", "filler", "FJ");
        SsoVisitor fixed = visitor();
        assertThat(fixed.opens(root + "/login/oidc-return?code=abc&state=def")).isEqualTo("/login?oidc=failed");
        fixed.opens(root + "/login/oidc/start");
        assertThat(fixed.opens(root + "/login/oidc-return?code=abc&state=def")).isEqualTo("/login?oidc=failed");
        fixed.opens(root + "/login/oidc/start");
        assertThat(fixed.opens(root + "/login/oidc-return?error=access_denied&state=x")).isEqualTo(
                "/login?oidc=failed");
        assertThat(fixed.opens(root + "/desk")).startsWith("/login");
    }

    @Test
    void theSignInPageShowsTheWayAndWhatWentWrong() {
        Desk visitor = ledger.asNobody().sending("Accept", "text/html");
        assertThat(visitor.gets("/login").text()).contains("href=\"/login/oidc/start\"", "统一身份认证");
        assertThat(visitor.gets("/login?oidc=oidc-differs").text()).contains("与您的账号不一致");
        assertThat(visitor.gets("/login?oidc=%3Cscript%3E").text()).doesNotContain("issuer-said");
    }

    @Test
    void aProgramBringsTheIssuersTokenAndDoesWhatItsAccountMay() throws Exception {
        Desk program = bearer(jwt(claims("bot", "bot-fj", "filler", "FJ"), issuer.key()));
        program.sentence("mobilizations", aUnion()).of("FJ").on("2019-06-01").isRecorded();
        program.sentence("mobilizations", aUnion()).of("GD").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        program.posts("/api/v1/accounts/bot-fj/password").isRefusedWith(403, "token-access");
        bearer(jwt(claims("bot", "bot-fj", "filler", "GD"), issuer.key())).reads("mobilizations")
                .isRefusedWith(403, "oidc-differs");
    }

    @Test
    void whatTheIssuerDidNotSignForThisLedgerAndForNowIsOneAnswer() throws Exception {
        JWTClaimsSet good = claims("tok", "tok-gd", "filler", "GD");
        bearer(jwt(good, issuer.key())).reads("mobilizations").isShown();
        Instant now = Instant.now();
        SignedJWT byPublicKey = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID())
                .build(), good);
        byPublicKey.sign(new MACSigner(issuer.key().toPublicJWK().toRSAKey().toPublicKey().getEncoded()));
        String signed = jwt(good, issuer.key());
        String[] parts = signed.split("\\.");
        for (String wrong : List.of(
                jwt(good, AnIssuer.anotherKey()),
                jwt(good, new RSAKey.Builder(AnIssuer.anotherKey()).keyID(issuer.key().getKeyID()).build()),
                jwt(but(good).audience("https://elsewhere.example").build(), issuer.key()),
                jwt(but(good).audience(AnIssuer.CLIENT).build(), issuer.key()),
                jwt(but(good).issuer("https://elsewhere.example").build(), issuer.key()),
                jwt(but(good).expirationTime(Date.from(now.minusSeconds(120))).build(), issuer.key()),
                jwt(but(good).expirationTime(null).build(), issuer.key()),
                jwt(but(good).notBeforeTime(Date.from(now.plusSeconds(600))).build(), issuer.key()),
                new PlainJWT(good).serialize(), byPublicKey.serialize(),
                parts[0] + "." + new String(java.util.Base64.getUrlEncoder().withoutPadding().encode(
                        but(good).claim("scope_code", "FJ").build().toString().getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.US_ASCII) + "." + parts[2],
                parts[0] + "." + parts[1] + ".")) {
            Answer refused = bearer(wrong).reads("mobilizations").isRefusedWith(401, "bad-credentials");
            assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
    }

    /** The table of subjects is beside the ledger; the account says who had it opened. */
    @Test
    void afterARestoreTheIssuersAccountsAreTakenUpAgainAndNoOthers() throws Exception {
        says("res", "res", "filler", "FJ");
        assertThat(visitor().signsInAs("res")).isEqualTo("/desk");
        ledger.bean(JdbcClient.class).sql("delete from account_subject where username = 'res'").update();
        says("thief", "fj", "filler", "FJ");
        assertThat(visitor().signsInAs("thief")).isEqualTo("/login?oidc=oidc-name-taken");
        Thread.sleep(600); // what is known is read again after half a second
        assertThat(visitor().signsInAs("res")).isEqualTo("/desk");
        assertThat(ledger.bean(JdbcClient.class).sql("select count(*) from account_subject where username = 'res'")
                .query(Long.class).single()).isEqualTo(1);
    }

    private JWTClaimsSet claims(String subject, String name, String role, String scope) {
        return new JWTClaimsSet.Builder().issuer(issuerAddress).subject("subject-" + subject).audience(API)
                .expirationTime(Date.from(Instant.now().plusSeconds(300))).claim("preferred_username", name)
                .claim("ledger", Map.of("role", role)).claim("scope_code", scope).build();
    }

    private static JWTClaimsSet.Builder but(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static String jwt(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())
                .type(new JOSEObjectType("at+jwt")).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
