package org.campaignledger.platform.web.security;

import static org.campaignledger.kernel.Role.ADMIN;
import static org.campaignledger.kernel.Role.AUDITOR;
import static org.campaignledger.kernel.Role.HOST;
import static org.campaignledger.kernel.Role.JUDGE;
import static org.campaignledger.kernel.Role.REPORTER;

import java.util.List;
import java.util.Set;
import org.campaignledger.kernel.Role;

/**
 * Who may open which page: whom the contract answers what stands on it. Pages say so themselves as well, as the contract
 * does to each of their questions.
 */
final class PageRows {

    private static final Role[] ANY_ACCOUNT = {REPORTER, HOST, JUDGE, ADMIN, AUDITOR};

    /** Everyone's first, then those of an account by what it is for. */
    static final List<DoorRow> ROWS = List.of(
            everyone("/"),
            everyone("/c/{c}"),
            everyone("/c/{c}/units"),
            everyone("/c/{c}/wall"),
            everyone("/c/{c}/season"),
            everyone("/c/{c}/compare"),
            everyone("/c/{c}/categories"),
            everyone("/c/{c}/categories/{k}"),
            everyone("/c/{c}/showcase"),
            everyone("/c/{c}/showcase.atom"),
            everyone("/c/{c}/showcase.json"),
            everyone("/c/{c}/submit"),
            everyone("/c/{c}/submit/{k}"),
            everyone("/c/{c}/receipt"),
            everyone("/c/{c}/sealed-log"),
            // Only where it is switched on; nobody finds it elsewhere.
            everyone("/styleguide"),
            get("/desk", ANY_ACCOUNT),
            post("/forms", ANY_ACCOUNT),
            get("/accounts", ADMIN, AUDITOR),
            get("/accounts/open/{role}", ADMIN),
            get("/accounts/{username}", ANY_ACCOUNT),
            get("/accounts/{username}/password", ANY_ACCOUNT),
            get("/accounts/{username}/second-factor", ANY_ACCOUNT),
            post("/accounts/{username}/second-factor", ANY_ACCOUNT),
            get("/accounts/{username}/tokens", ANY_ACCOUNT),
            post("/accounts/{username}/tokens", ANY_ACCOUNT),
            // Says to other roles who records.
            get("/record", ANY_ACCOUNT),
            get("/c/{c}/registers/{kind}", REPORTER, ADMIN, AUDITOR),
            get("/c/{c}/registers/{kind}/correct", REPORTER, ADMIN, AUDITOR),
            get("/c/{c}/registers/{kind}/{id}", REPORTER, ADMIN, AUDITOR),
            get("/propagandists/{c}/{id}", REPORTER, ADMIN, AUDITOR),
            get("/c/{c}/duplicates", REPORTER, ADMIN, AUDITOR),
            get("/corrections", ADMIN, AUDITOR),
            get("/corrections/{id}", REPORTER, ADMIN, AUDITOR),
            get("/corrections/{id}/records", REPORTER, ADMIN, AUDITOR),
            get("/c/{c}/corrections", REPORTER, ADMIN, AUDITOR),
            post("/c/{c}/corrections/preview", REPORTER, ADMIN),
            get("/c/{c}/imports", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/imports/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            post("/c/{c}/imports/{kind}", REPORTER, HOST),
            get("/c/{c}/measures", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/measures/new", REPORTER, HOST),
            get("/c/{c}/works", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/works/new", REPORTER, HOST),
            post("/c/{c}/works/new/file", REPORTER, HOST),
            get("/c/{c}/works/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/judging", JUDGE),
            get("/c/{c}/judging/{entry}", JUDGE),
            get("/c/{c}/categories/{k}/judging", HOST, ADMIN, AUDITOR),
            get("/c/{c}/categories/{k}/judging/reversal", ADMIN),
            get("/c/{c}/categories/{k}/contacts", ADMIN, AUDITOR),
            get("/c/{c}/contacts", ADMIN, AUDITOR),
            get("/c/{c}/explain", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/trail", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/trail/{position}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/report", ANY_ACCOUNT),
            get("/c/{c}/subscriptions", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/subscriptions/new/{kind}", REPORTER, HOST, ADMIN, AUDITOR),
            get("/c/{c}/subscriptions/{id}", REPORTER, HOST, ADMIN, AUDITOR),
            post("/c/{c}/subscriptions/{id}/secret", REPORTER, HOST, ADMIN, AUDITOR),
            get("/campaigns/new", ADMIN),
            post("/campaigns/new", ADMIN),
            get("/c/{c}/admin", ADMIN),
            get("/c/{c}/phases", ADMIN),
            get("/c/{c}/close", ADMIN),
            get("/c/{c}/sub-units", ADMIN),
            get("/c/{c}/quotas", ADMIN),
            get("/operations", ADMIN, AUDITOR));

    private PageRows() {}

    private static DoorRow everyone(String pattern) {
        return DoorRow.of("GET", pattern, new DoorRow.Entry.Everyone());
    }

    private static DoorRow get(String pattern, Role... roles) {
        return DoorRow.of("GET", pattern, new DoorRow.Entry.Roles(Set.of(roles)));
    }

    private static DoorRow post(String pattern, Role... roles) {
        return DoorRow.of("POST", pattern, new DoorRow.Entry.Roles(Set.of(roles)));
    }
}
