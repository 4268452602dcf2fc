package org.campaignledger.testing;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The running ledger as a test sees it, with one campaign in which it acts. */
public final class Ledger {

    private static final AtomicInteger CAMPAIGNS = new AtomicInteger();
    private static final Map<String, Boolean> ACCOUNTS = new ConcurrentHashMap<>();

    private final LedgerServer server;
    private final String campaign;

    private Ledger(LedgerServer server, String campaign) {
        this.server = server;
        this.campaign = campaign;
    }

    /** A ledger as it is, acting in a campaign that may not exist. */
    static Ledger at(LedgerServer server, String campaign) {
        ACCOUNTS.keySet().removeIf(account -> account.startsWith(server.uri("/").toString()));
        return new Ledger(server, campaign);
    }

    /** A copy of the campaign of 2019 in which MOBILISE is open. */
    static Ledger withACampaignOfItsOwn(LedgerServer server) {
        Ledger ledger = new Ledger(server, "2019-" + CAMPAIGNS.incrementAndGet());
        ledger.asAdmin().posts("/api/v1/campaigns", Campaigns.of2019(ledger.campaign).json()).isRecorded();
        ledger.asAdmin().opens("MOBILISE").isDone();
        return ledger;
    }

    /** The same ledger with a further campaign of this form, in which nothing was opened by hand. */
    public Ledger withCampaign(UnaryOperator<Campaigns> form) {
        Ledger other = new Ledger(server, freshId());
        asAdmin().posts("/api/v1/campaigns", form.apply(Campaigns.of2019(other.campaign)).json()).isRecorded();
        return other;
    }

    /** The same ledger with a further copy of the campaign of 2019, in which MOBILISE is open. */
    public Ledger withAnotherCampaign() {
        return withACampaignOfItsOwn(server);
    }

    /** The same ledger, acting in a campaign that may not exist. */
    public Ledger inCampaign(String id) {
        return new Ledger(server, id);
    }

    /** Where it answers, for what speaks to it from outside. */
    public String address() {
        String root = server.uri("/").toString();
        return root.substring(0, root.length() - 1);
    }

    /** The password of every account that tests open. */
    public static String password() {
        return LedgerServer.PASSWORD;
    }

    /** An id that no campaign has. */
    public String freshId() {
        return "c-" + CAMPAIGNS.incrementAndGet();
    }

    /** Id of the campaign. */
    public String campaign() {
        return campaign;
    }

    /**
     * Someone who is signed in: {@code admin}, {@code checker}, {@code auditor}, {@code host-CATEGORY},
     * {@code judge-UNIT}, or the REPORTER of the unit or sub-unit of that code.
     */
    public Desk as(String account) {
        Desk desk = new Desk(server, this, account, unitOf(account));
        ACCOUNTS.computeIfAbsent(server.uri("/") + account, absent -> opened(account));
        return desk;
    }

    private static @Nullable String unitOf(String account) {
        return roleOf(account) == Role.REPORTER ? account.toUpperCase(Locale.ROOT) : null;
    }

    private static Role roleOf(String account) {
        return switch (account) {
            case "admin", "checker" -> Role.ADMIN;
            case "auditor" -> Role.AUDITOR;
            default -> account.startsWith("host-")
                    ? Role.HOST
                    : account.startsWith("judge-") ? Role.JUDGE : Role.REPORTER;
        };
    }

    private boolean opened(String account) {
        Role role = roleOf(account);
        if (role == Role.ADMIN) {
            return true;
        }
        Form form = new Form().with("username", account).with("password", LedgerServer.PASSWORD)
                .with("role", role.name());
        String scope = switch (role) {
            case HOST -> account.substring("host-".length());
            case JUDGE -> account.substring("judge-".length()).toUpperCase(Locale.ROOT);
            case REPORTER -> unitOf(account);
            default -> null;
        };
        asAdmin().posts("/api/v1/accounts", scope == null ? form : form.with("scope", scope)).isRecorded();
        return true;
    }

    /** The first ADMIN. */
    public Desk asAdmin() {
        return as("admin");
    }

    /** Someone who may read everything. */
    public Desk asAuditor() {
        return as("auditor");
    }

    /** Someone who is not signed in. */
    public Desk asNobody() {
        return new Desk(server, this, null, null);
    }

    /** Someone with these credentials, whether they are right or not. */
    public Desk asWhoeverIs(String username, String password) {
        return new Desk(server, this, username, null).withPassword(password);
    }

    /** The campaign's progress as everyone sees it, once it reflects this position. */
    public JsonNode progressAfter(long position) {
        return asNobody().reads("progress?waitFor=" + position).isShown().json();
    }

    /** The last position written. */
    public long head() {
        return asNobody().gets("/api/v1/campaigns").isShown().position();
    }

    /** A part of the running product itself. */
    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    /** All parts of the running product of this type. */
    public <T> Collection<T> all(Class<T> type) {
        return server.all(type);
    }

    /** The database below it. */
    public JdbcClient database() {
        return server.bean(JdbcClient.class);
    }
}
