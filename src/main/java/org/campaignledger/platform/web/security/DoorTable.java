package org.campaignledger.platform.web.security;

import static org.campaignledger.kernel.Role.ADMIN;
import static org.campaignledger.kernel.Role.AUDITOR;
import static org.campaignledger.kernel.Role.HOST;
import static org.campaignledger.kernel.Role.JUDGE;
import static org.campaignledger.kernel.Role.REPORTER;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.kernel.Role;
import org.springframework.http.server.PathContainer;

/**
 * Who may come in where: the tables of the contract (API, "Commands" and "Queries"), row by row, and after them the pages
 * ({@link PageRows}). The first row that matches decides; units, categories and ownership are asked further inside. What
 * no row names is for nobody: a place that somebody forgets to put here is shut, not open.
 */
final class DoorTable {

    private static final DoorRow.Entry EVERYONE = new DoorRow.Entry.Everyone();
    private static final DoorRow.Entry NOBODY = new DoorRow.Entry.Nobody();
    private static final String API = "/api/v1";
    private static final Role[] ANY_ACCOUNT = {REPORTER, HOST, JUDGE, ADMIN, AUDITOR};

    /** Commands, as in the contract's table. */
    static final List<DoorRow> COMMANDS = List.of(
            post("/accounts", ADMIN),
            post("/accounts/{username}/disable", ADMIN),
            post("/accounts/{username}/password", ANY_ACCOUNT),
            post("/accounts/{username}/tokens", ANY_ACCOUNT),
            post("/accounts/{username}/tokens/{token}/revoke", ANY_ACCOUNT),
            post("/accounts/{username}/sessions/end", ANY_ACCOUNT),
            post("/accounts/{username}/second-factor", ANY_ACCOUNT),
            post("/accounts/{username}/second-factor/confirm", ANY_ACCOUNT),
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
            post("/campaigns/{c}/subscriptions/{id}/deliveries/{d}/retry", REPORTER, HOST, ADMIN, AUDITOR),
            post("/operations/dead-letters/{id}/discard", ADMIN),
            post("/operations/dead-letters/{id}/retry", ADMIN),
            post("/operations/projections/{name}/rebuild", ADMIN),
            post("/operations/projections/{name}/rebuild/cancel", ADMIN));

    /** Queries. "Within scope" is asked inside; a JUDGE has no registers but that of entries. */
    static final List<DoorRow> QUERIES = List.of(
            everyone(API + "/campaigns"),
            everyone(API + "/campaigns/{c}"),
            everyone(API + "/campaigns/{c}/progress"),
            everyone(API + "/campaigns/{c}/progress/stream"),
            everyone(API + "/campaigns/{c}/progress/compare"),
            everyone(API + "/campaigns/{c}/progress/series"),
            everyone(API + "/campaigns/{c}/progress/sparklines"),
            everyone(API + "/campaigns/{c}/latest"),
            everyone(API + "/campaigns/{c}/showcase"),
            everyone(API + "/campaigns/{c}/showcase/{entry}"),
            everyone(API + "/campaigns/{c}/showcase/{entry}/thumbnail"),
            everyone(API + "/campaigns/{c}/showcase/{entry}/work"),
            everyone(API + "/campaigns/{c}/submissions/{receipt}"),
            everyone(API + "/campaigns/{c}/categories/{k}/contacts"),
            everyone(API + "/campaigns/{c}/categories/{k}/contacts/{contact}"),
            everyone(API + "/definitions"),
            everyone(API + "/definitions/{id}"),
            get("/accounts", ADMIN, AUDITOR),
            get("/accounts/{username}", ANY_ACCOUNT),
            get("/accounts/{username}/tokens", ANY_ACCOUNT),
            get("/accounts/{username}/tokens/{token}", ANY_ACCOUNT),
            get("/accounts/{username}/sessions", ANY_ACCOUNT),
            get("/accounts/{username}/second-factor", ANY_ACCOUNT),
            get("/campaigns/{c}/units/{u}/sub-units", ANY_ACCOUNT),
            get("/campaigns/{c}/units/{u}/sub-units/{code}", ANY_ACCOUNT),
            get("/campaigns/{c}/mobilizations", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/mobilizations/{id}", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/propagandists", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/propagandists/{id}", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/events", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/events/{id}", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/reach-reports", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/reach-reports/{id}", REPORTER, ADMIN, AUDITOR),
            get("/campaigns/{c}/entries", ANY_ACCOUNT),
            get("/campaigns/{c}/entries/{id}", ANY_ACCOUNT),
            get("/campaigns/{c}/works/{sha256}", ANY_ACCOUNT),
            get("/entries/{id}", ANY_ACCOUNT),
            get("/entries/{id}/work", ANY_ACCOUNT),
            get("/entries/{id}/thumbnail", ANY_ACCOUNT),
            get("/awards/{id}", ANY_ACCOUNT),
            // A figure's postings would tell a judge of whose unit the works are (rule 15).
            get("/campaigns/{c}/progress/explain", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/reports/summary.xlsx", ANY_ACCOUNT),
            get("/campaigns/{c}/reports/summary.html", ANY_ACCOUNT),
            get("/campaigns/{c}/reports/summary.pdf", ANY_ACCOUNT),
            get("/campaigns/{c}/exports/{file}", ANY_ACCOUNT),
            get("/trail", AUDITOR, ADMIN),
            get("/imports/templates/{file}", ANY_ACCOUNT),
            get("/operations/dead-letters", ADMIN, AUDITOR),
            get("/operations/projections", ADMIN, AUDITOR),
            get("/operations/projections/{name}/rebuild", ADMIN, AUDITOR),
            get("/campaigns/{c}/measures", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/measures/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/measures/{id}/document", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/trail", AUDITOR, ADMIN, REPORTER, HOST),
            get("/campaigns/{c}/trail/changes", AUDITOR, ADMIN, REPORTER, HOST),
            get("/campaigns/{c}/entry-counts", ADMIN, AUDITOR, REPORTER, HOST),
            get("/campaigns/{c}/duplicates", ADMIN, AUDITOR, REPORTER),
            get("/ledger/events", AUDITOR, ADMIN),
            get("/ledger/postings", AUDITOR, ADMIN),
            get("/corrections", AUDITOR, ADMIN),
            get("/corrections/{id}", AUDITOR, ADMIN, REPORTER),
            get("/corrections/{id}/records", AUDITOR, ADMIN, REPORTER),
            get("/campaigns/{c}/corrections", AUDITOR, ADMIN, REPORTER),
            get("/archive", AUDITOR, ADMIN),
            get("/attachments/{sha256}", AUDITOR, ADMIN),
            get("/trail/{position}", AUDITOR, ADMIN, REPORTER, HOST),
            get("/campaigns/{c}/categories/{k}/judging", HOST, ADMIN, AUDITOR, JUDGE),
            get("/campaigns/{c}/categories/{k}/judging/agreement", HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/categories/{k}/judges/draws/{id}", HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/judging/assignments", JUDGE),
            get("/entries/{id}/judges", HOST, ADMIN, AUDITOR),
            get("/entries/{id}/judges/{judge}", HOST, ADMIN, AUDITOR),
            get("/entries/{id}/scores/mine", JUDGE),
            get("/campaigns/{c}/categories/{k}/ranking", HOST, ADMIN, AUDITOR, JUDGE),
            get("/imports", REPORTER, HOST, ADMIN, AUDITOR),
            get("/imports/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/imports/{id}/sheet", REPORTER, HOST),
            get("/campaigns/{c}/subscriptions", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/subscriptions/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/subscriptions/{id}/deliveries", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/{c}/subscriptions/{id}/deliveries/{d}", REPORTER, HOST, ADMIN, AUDITOR),
            everyone(API + "/subscriptions/links/{link}"));

    /** What needs no account, the sealed log, operations. */
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
            DoorRow.of("POST", "/subscriptions/{link}/confirm", EVERYONE),
            DoorRow.of("POST", "/subscriptions/{link}/cancel", EVERYONE),
            everyone("/subscriptions/{link}"),
            everyone("/subscriptions/{link}/cancel"),
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

    private static final List<List<DoorRow>> PARTS = List.of(COMMANDS, QUERIES, PLACES, PageRows.ROWS);

    private DoorTable() {}

    /** Whom this place lets in. */
    static DoorRow.Entry entry(String method, PathContainer path) {
        for (List<DoorRow> part : PARTS) {
            for (DoorRow row : part) {
                if (row.matches(method, path)) {
                    return row.entry();
                }
            }
        }
        return NOBODY;
    }

    /** The row of this place, as it stands in the table; {@code other} for what no row names. */
    static String place(String method, PathContainer path) {
        return rows().filter(row -> row.matches(method, path)).findFirst()
                .map(row -> row.pattern().getPatternString()).orElse("other");
    }

    /** The methods with which this path may be asked for, in the order of the alphabet; none where nothing is there. */
    static Set<String> methods(PathContainer path) {
        return rows().filter(row -> row.pattern().matches(path))
                .flatMap(row -> "GET".equals(row.method()) ? Stream.of("GET", "HEAD") : Stream.ofNullable(row.method()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All rows, in the order in which they are asked. */
    static Stream<DoorRow> rows() {
        return PARTS.stream().flatMap(List::stream);
    }

    private static DoorRow everyone(String pattern) {
        return DoorRow.of("GET", pattern, EVERYONE);
    }

    private static DoorRow get(String pattern, Role... roles) {
        return row("GET", pattern, roles);
    }

    private static DoorRow post(String pattern, Role... roles) {
        return row("POST", pattern, roles);
    }

    private static DoorRow row(String method, String pattern, Role... roles) {
        return DoorRow.of(method, API + pattern, new DoorRow.Entry.Roles(Set.of(roles)));
    }
}
