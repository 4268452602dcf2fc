package org.campaignledger.platform.web.security;

import static org.campaignledger.kernel.Role.ADMIN;
import static org.campaignledger.kernel.Role.AUDITOR;
import static org.campaignledger.kernel.Role.HOST;
import static org.campaignledger.kernel.Role.JUDGE;
import static org.campaignledger.kernel.Role.REPORTER;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignledger.kernel.Role;
import org.springframework.http.server.PathContainer;

/**
 * Who may come in where: the tables of the contract (API, "Commands" and "Queries"), row by row. The first row that
 * matches decides; units, categories and ownership are asked further inside. What no row names needs an account.
 */
final class DoorTable {

    private static final DoorRow.Entry EVERYONE = new DoorRow.Entry.Everyone();
    private static final DoorRow.Entry ANY_ACCOUNT = new DoorRow.Entry.AnyAccount();
    private static final String API = "/api/v1";

    /** Commands, as in the contract's table. */
    static final List<DoorRow> COMMANDS = List.of(
            post("/accounts", ADMIN),
            post("/accounts/{username}/disable", ADMIN),
            post("/accounts/{username}/password", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/tokens", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/tokens/{token}/revoke", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/sessions/end", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/second-factor", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/second-factor/confirm", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            post("/accounts/{username}/second-factor/reset", ADMIN),
            post("/campaigns", ADMIN),
            post("/campaigns/{c}/phases/{p}/open", ADMIN),
            post("/campaigns/{c}/phases/{p}/close", ADMIN),
            post("/campaigns/{c}/phases/{p}/extend", ADMIN),
            post("/campaigns/{c}/close", ADMIN),
            post("/campaigns/{c}/units/{u}/sub-units", ADMIN),
            post("/campaigns/{c}/allocations", ADMIN),
            post("/campaigns/{c}/targets/{metric}", ADMIN),
            post("/campaigns/{c}/bounds", ADMIN),
            post("/campaigns/{c}/mobilizations", REPORTER),
            post("/campaigns/{c}/propagandists", REPORTER),
            post("/campaigns/{c}/propagandists/known", REPORTER),
            post("/campaigns/{c}/events", REPORTER),
            post("/campaigns/{c}/reach-reports", REPORTER),
            post("/campaigns/{c}/measures", REPORTER, HOST),
            post("/campaigns/{c}/works", REPORTER, HOST),
            post("/campaigns/{c}/entries", REPORTER, HOST),
            post("/entries/{id}/amend", REPORTER),
            post("/entries/{id}/withdraw", REPORTER),
            post("/entries/{id}/recommend", REPORTER),
            post("/entries/{id}/accept", HOST, ADMIN),
            post("/entries/{id}/reject", HOST, ADMIN),
            post("/entries/{id}/disqualify", HOST, ADMIN),
            post("/entries/{id}/disqualify/preview", HOST, ADMIN),
            post("/campaigns/{c}/categories/{k}/judging/open", HOST),
            post("/campaigns/{c}/categories/{k}/judging/close", HOST),
            post("/campaigns/{c}/categories/{k}/judges/assign", HOST),
            post("/entries/{id}/judges", HOST),
            post("/entries/{id}/recuse", JUDGE),
            row("PUT", "/entries/{id}/scores/mine", JUDGE),
            post("/entries/{id}/awards", HOST, ADMIN),
            post("/awards/{id}/revoke", HOST, ADMIN),
            post("/entries/{id}/awards/{award}/revoke", HOST, ADMIN),
            post("/campaigns/{c}/categories/{k}/contacts", ADMIN),
            post("/corrections", REPORTER, ADMIN),
            post("/corrections/preview", REPORTER, ADMIN),
            post("/corrections/selection", REPORTER, ADMIN),
            post("/corrections/{id}/approve", ADMIN),
            post("/corrections/{id}/reject", ADMIN),
            post("/corrections/{id}/withdraw", REPORTER, ADMIN),
            post("/personal-data/{subject}/erase", ADMIN),
            post("/personal-data/{subject}/reveal", ADMIN, AUDITOR),
            post("/campaigns/{c}/duplicates/run", ADMIN),
            post("/campaigns/{c}/duplicates/dismiss", ADMIN),
            post("/campaigns/{c}/imports/{kind}", REPORTER, HOST),
            post("/imports/{id}/cancel", REPORTER, HOST, ADMIN),
            post("/campaigns/{c}/subscriptions", REPORTER, HOST, ADMIN, AUDITOR),
            post("/campaigns/{c}/subscriptions/{id}/secret", REPORTER, HOST, ADMIN, AUDITOR),
            post("/campaigns/{c}/subscriptions/{id}/test", REPORTER, HOST, ADMIN, AUDITOR),
            post("/campaigns/{c}/subscriptions/{id}/cancel", REPORTER, HOST, ADMIN, AUDITOR),
            post("/campaigns/{c}/subscriptions/{id}/deliveries/{d}/retry", REPORTER, HOST, ADMIN, AUDITOR));

    /** Queries that not every account may ask, or that need none. */
    static final List<DoorRow> QUERIES = List.of(
            everyone(API + "/campaigns"),
            everyone(API + "/campaigns/{c}"),
            everyone(API + "/campaigns/{c}/progress"),
            everyone(API + "/campaigns/{c}/progress/stream"),
            everyone(API + "/campaigns/{c}/progress/compare"),
            everyone(API + "/campaigns/{c}/progress/series"),
            everyone(API + "/campaigns/{c}/progress/sparklines"),
            everyone(API + "/campaigns/{c}/latest"),
            everyone(API + "/campaigns/{c}/showcase/**"),
            everyone(API + "/campaigns/{c}/showcase"),
            everyone(API + "/campaigns/{c}/submissions/{receipt}"),
            everyone(API + "/campaigns/{c}/categories/{k}/contacts"),
            everyone(API + "/campaigns/{c}/categories/{k}/contacts/{contact}"),
            everyone(API + "/definitions/**"),
            row("GET", "/accounts", ADMIN, AUDITOR),
            row("GET", "/accounts/{username}/sessions", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            row("GET", "/accounts/{username}/second-factor", REPORTER, HOST, JUDGE, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/measures", REPORTER, HOST, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/measures/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/measures/{id}/document", REPORTER, HOST, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/trail", AUDITOR, ADMIN, REPORTER, HOST),
            row("GET", "/campaigns/{c}/trail/changes", AUDITOR, ADMIN, REPORTER, HOST),
            row("GET", "/campaigns/{c}/entry-counts", ADMIN, AUDITOR, REPORTER, HOST),
            row("GET", "/campaigns/{c}/duplicates", ADMIN, AUDITOR, REPORTER),
            row("GET", "/ledger/events", AUDITOR, ADMIN),
            row("GET", "/corrections", AUDITOR, ADMIN),
            row("GET", "/corrections/{id}", AUDITOR, ADMIN, REPORTER),
            row("GET", "/corrections/{id}/records", AUDITOR, ADMIN, REPORTER),
            row("GET", "/campaigns/{c}/corrections", AUDITOR, ADMIN, REPORTER),
            row("GET", "/archive", AUDITOR, ADMIN),
            row("GET", "/attachments/{sha256}", AUDITOR, ADMIN),
            row("GET", "/trail/{position}", AUDITOR, ADMIN, REPORTER, HOST),
            row("GET", "/campaigns/{c}/categories/{k}/judging", HOST, ADMIN, AUDITOR, JUDGE),
            row("GET", "/campaigns/{c}/categories/{k}/judging/agreement", HOST, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/categories/{k}/judges/draws/{id}", HOST, ADMIN, AUDITOR),
            row("GET", "/campaigns/{c}/judging/assignments", JUDGE),
            row("GET", "/entries/{id}/judges", HOST, ADMIN, AUDITOR),
            row("GET", "/entries/{id}/judges/{judge}", HOST, ADMIN, AUDITOR),
            row("GET", "/entries/{id}/scores/mine", JUDGE),
            row("GET", "/campaigns/{c}/categories/{k}/ranking", HOST, ADMIN, AUDITOR, JUDGE),
            row("GET", "/imports", REPORTER, HOST, ADMIN, AUDITOR),
            row("GET", "/imports/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            row("GET", "/imports/{id}/sheet", REPORTER, HOST),
            row("GET", "/campaigns/{c}/subscriptions/**", REPORTER, HOST, ADMIN, AUDITOR),
            everyone(API + "/subscriptions/links/{link}"));

    /** Pages, the sealed log, operations. */
    static final List<DoorRow> PLACES = List.of(
            // Self-service, where a category has switched it on: bounded by address, not by account.
            DoorRow.of("POST", API + "/campaigns/{c}/categories/{k}/submissions", EVERYONE),
            DoorRow.of("POST", API + "/campaigns/{c}/categories/{k}/submissions/files", EVERYONE),
            // The same from a page without scripts.
            DoorRow.of("POST", "/c/{c}/submit/{k}", EVERYONE),
            DoorRow.of("POST", "/c/{c}/submit/{k}/file", EVERYONE),
            DoorRow.of("POST", "/c/{c}/receipt", EVERYONE),
            // What the links of mails do: whoever has one has the mail.
            DoorRow.of("POST", API + "/subscriptions/links/{link}/confirm", EVERYONE),
            DoorRow.of("POST", API + "/subscriptions/links/{link}/cancel", EVERYONE),
            DoorRow.of(null, "/subscriptions/{link}/**", EVERYONE),
            DoorRow.of(null, API + "/**", ANY_ACCOUNT),
            everyone("/"),
            everyone("/c/**"),
            // Only where it is switched on; nobody finds it elsewhere.
            everyone("/styleguide"),
            everyone("/log/**"),
            // Whoever sends one: only what a configured witness has signed is taken.
            DoorRow.of("POST", "/log/cosignatures", EVERYONE),
            everyone("/actuator/health/**"),
            everyone("/v3/api-docs/**"),
            everyone("/v3/api-docs.yaml"),
            everyone("/swagger-ui/**"),
            everyone("/swagger-ui.html"),
            DoorRow.of(null, "/login", EVERYONE),
            DoorRow.of(null, "/login/code", EVERYONE),
            DoorRow.of(null, "/error", EVERYONE),
            DoorRow.of(null, "/actuator/**", new DoorRow.Entry.Roles(Set.of(ADMIN, AUDITOR))));

    private DoorTable() {}

    /** Whom this place lets in. */
    static DoorRow.Entry entry(String method, PathContainer path) {
        for (List<DoorRow> part : List.of(COMMANDS, QUERIES, PLACES)) {
            for (DoorRow row : part) {
                if (row.matches(method, path)) {
                    return row.entry();
                }
            }
        }
        return ANY_ACCOUNT;
    }

    /** The row of this place, as it stands in the table; {@code other} for what no row names. */
    static String place(String method, PathContainer path) {
        return Stream.of(COMMANDS, QUERIES, PLACES).flatMap(List::stream).filter(row -> row.matches(method, path))
                .findFirst().map(row -> row.pattern().getPatternString()).orElse("other");
    }

    private static DoorRow everyone(String pattern) {
        return DoorRow.of("GET", pattern, EVERYONE);
    }

    private static DoorRow post(String pattern, Role... roles) {
        return row("POST", pattern, roles);
    }

    private static DoorRow row(String method, String pattern, Role... roles) {
        return DoorRow.of(method, API + pattern, new DoorRow.Entry.Roles(Set.of(roles)));
    }
}
